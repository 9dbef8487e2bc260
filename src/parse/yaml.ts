import { isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Problem } from '../model/problem.ts'

/** YAML text → a value of the schema, or every Problem with the place of the key it is about. */
export function parseYaml<S extends z.ZodType>(text: string, file: string, schema: S): { value: z.infer<S> | null; problems: Problem[] } {
  const written = file.endsWith('.json') ? readJson(text, schema) : null
  if (written) return { value: written.data, problems: [] }
  const lines = new LineCounter()
  const doc = readYaml(text, lines)
  if (doc === null) {
    const message = 'The YAML is nested too deep, or repeats itself without end.'
    return { value: null, problems: [{ file, line: 1, column: 1, message, fix: 'Write it out, in a few levels.' }] }
  }
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { file, line, column: col }
  }
  if (doc.parsed.errors.length > 0) {
    const problems = doc.parsed.errors.map((e) => {
      if (e.code === 'NON_STRING_KEY')
        return { ...place(e.pos[0]), message: 'Not valid here: a list or a map as a key.', fix: 'Quote it where it is meant as a word.' }
      const message = `Not valid YAML: ${(e.message.split('\n')[0] as string).replace(/ at line \d+.*$/, '')}.`
      return { ...place(e.pos[0]), message, fix: 'Mend the line; quote a text that holds a colon.' }
    })
    return { value: null, problems }
  }
  const result = schema.safeParse(doc.value)
  if (result.success) return { value: result.data, problems: [] }
  const problems = result.error.issues.map((issue) => {
    const name = issue.path.map((part) => (typeof part === 'number' ? `entry ${part + 1}` : String(part))).join('.')
    const at = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path
    const missing = name !== '' && doc.parsed.getIn(issue.path) === undefined
    return {
      ...place(offsetOf(doc.parsed, at)),
      message: `${name || 'The file'} ${missing ? 'is missing' : sentenceOf(issue)}.`,
      fix: 'See data/README.md for the fields of this file.',
    }
  })
  return { value: null, problems }
}

// what a program wrote is read as fast as it can be; where it does not fit, or a key stands twice, YAML tells the place
function readJson<S extends z.ZodType>(text: string, schema: S): { data: z.infer<S> } | null {
  try {
    const value: unknown = JSON.parse(text)
    const whole = JSON.stringify(value) === text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1')
    const result = schema.safeParse(value)
    return whole && result.success ? result : null
  } catch {
    return null
  }
}

// a file that repeats its anchors without end, or that is nested deeper than the stack, is no file of ours
function readYaml(text: string, lineCounter: LineCounter) {
  try {
    const parsed = parseDocument(text, { lineCounter, stringKeys: true })
    return { parsed, value: parsed.errors.length > 0 ? null : (parsed.toJS() as unknown) }
  } catch (cause) {
    if (cause instanceof RangeError || cause instanceof ReferenceError) return null
    throw cause
  }
}

/** What zod found, as the end of a sentence: `must be one of final, preliminary`. */
export function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `has a field that is not known: ${issue.keys.join(', ')}`
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`
  if (issue.code === 'invalid_type') return `must be ${/^[aeio]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`
  return issue.message.replace(/\.$/, '')
}

/** Place of a key in a YAML text, for Problems found after parsing. */
export function placeInYaml(text: string, path: PropertyKey[]): { line: number; column: number } {
  const lines = new LineCounter()
  const doc = parseDocument(text, { lineCounter: lines })
  const { line, col } = lines.linePos(offsetOf(doc, path))
  return { line, column: col }
}

function offsetOf(doc: ReturnType<typeof parseDocument>, path: PropertyKey[]): number {
  for (let n = path.length; n >= 0; n--) {
    const node = n === 0 ? doc.contents : doc.getIn(path.slice(0, n), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}
