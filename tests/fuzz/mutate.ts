import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { decodeText } from '../../src/parse/reader.ts'

const read = (folder: string, ending: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((f) => ending.test(f))
    .map((f) => decodeText(readFileSync(`${folder}/${f}`)))

/** Texts that are known to be read rightly: what is fuzzed is made of them. */
export const goldens = {
  parse: () => read('tests/golden', /\.txt$/).map((text) => text.slice(0, 4000)),
  csv: () => read('tests/fixtures/small', /\.csv$/),
  yaml: () => read('tests/fixtures/small', /\.yaml$/),
}
export type Target = keyof typeof goldens

const odd = ['', '\0', '\u202e', '\ufeff', '\r', '\n', '\t', '"', "'", ',', ':', '- ', '&a', '*a', '<<: ', '{', '}', '[', ']', '|', '>', '%', '#', '！', '（', '）', '〔', '一、', '（一）', '1.', '附件', '0x', '1e999', '-1', '__proto__', '=1+1', '𠮷', '\ud800', '①', '２０２５年'] // biome-ignore format: one list

/** One change of a text: at `at` of it (of 1), `size` characters are taken out, doubled, moved to `to`, or give way to something odd. */
type Change = { kind: 'cut' | 'double' | 'move' | 'put' | 'swap'; at: number; to: number; size: number; odd: number }

export function change(text: string, { kind, at, to, size, odd: which }: Change): string {
  const [from, there] = [Math.floor(at * text.length), Math.floor(to * text.length)]
  const piece = text.slice(from, from + size)
  if (kind === 'cut') return text.slice(0, from) + text.slice(from + size)
  if (kind === 'double') return text.slice(0, from) + piece + text.slice(from)
  if (kind === 'put') return text.slice(0, from) + odd[which] + text.slice(from)
  if (kind === 'swap') return text.slice(0, from) + odd[which] + text.slice(from + size)
  const rest = text.slice(0, from) + text.slice(from + size)
  return rest.slice(0, there) + piece + rest.slice(there)
}

const changes = fc.array(
  fc.record({
    kind: fc.constantFrom<Change['kind']>('cut', 'double', 'move', 'put', 'swap'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    to: fc.double({ min: 0, max: 1, noNaN: true }),
    size: fc.integer({ min: 1, max: 60 }),
    odd: fc.nat(odd.length - 1),
  }),
  { minLength: 1, maxLength: 6 },
)

/** Nine inputs in ten are texts of the pool that were changed, one is any text; `golden` says which. */
export const inputsOf = (pool: string[]): fc.Arbitrary<{ text: string; golden: boolean }> => {
  const changed = fc.tuple(fc.constantFrom(...pool), changes).map(([text, all]) => ({ text: all.reduce(change, text), golden: true }))
  const any = fc.string({ unit: 'binary', maxLength: 400 }).map((text) => ({ text, golden: false }))
  return fc.oneof({ weight: 9, arbitrary: changed }, { weight: 1, arbitrary: any })
}
