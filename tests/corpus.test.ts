import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findReferences } from '../src/extract/reference.ts'
import { findResponsibilities } from '../src/extract/responsibility.ts'
import { findTargets } from '../src/extract/target.ts'
import { parseDocument } from '../src/parse/document.ts'

// official texts stay outside the project: where they stand beside it, the parser is tested on them
const corpus = '../shared/corpus'
const held = existsSync(corpus)
if (!held) console.log('No official texts beside the project: the parser is not tested on them here.')

const golden = [
  { file: 'yunnan-2021', chapters: [2, 3], items: 0, annex: 0, numeric: 3, references: 2, bodies: 5, number: null, disclosure: 'unknown' },
  {
    file: 'hubei-2023',
    chapters: [3, 4, 5, 4, 2],
    items: 0,
    annex: 0,
    numeric: 7,
    references: 5,
    bodies: 0,
    number: '鄂卫通〔2023〕3号',
    disclosure: 'on-request',
  },
  {
    file: 'lianyungang-2018',
    chapters: [3, 4, 3, 4],
    items: 0,
    annex: 18,
    numeric: 6,
    references: 2,
    bodies: 29,
    number: '连卫财务〔2018〕44号',
    disclosure: 'unknown',
  },
  {
    file: 'ganzhou-2019',
    chapters: [0, 0, 0, 3, 4],
    items: 25,
    annex: 0,
    numeric: 26,
    references: 4,
    bodies: 105,
    number: null,
    disclosure: 'public',
  },
  {
    file: 'ruijin-2021',
    chapters: [2, 5, 6, 4, 3],
    items: 0,
    annex: 6,
    numeric: 10,
    references: 5,
    bodies: 11,
    number: '瑞卫健字〔2021〕195号',
    disclosure: 'unknown',
  },
]

// every target of the five, read by a person: document, provision, as printed, comparator, value, unit, attribute
const read: [string, string, string, string | null, number | string | null, string | null, string | null][] = JSON.parse(
  readFileSync('tests/specs/corpus-targets.json', 'utf8'),
)

describe.runIf(held).each(golden)('official text $file', (g) => {
  const outline = held ? parseDocument(readFileSync(`${corpus}/${g.file}.txt`, 'utf8')) : parseDocument('')
  it('gives outline, annex and letterhead', () => {
    const count = (level: string) => outline.provisions.filter((p) => p.level === level)
    expect(count('chapter').map((c) => count('section').filter((s) => s.parent === c.id).length)).toEqual(g.chapters)
    expect(count('item').length).toBe(g.items + g.annex)
    expect(outline.metadata.documentNumber?.normalized ?? null).toBe(g.number)
    expect(outline.metadata.disclosure).toBe(g.disclosure)
    // repairs are said, nothing else is left to say
    expect(outline.diagnostics.filter((d) => d.severity !== 'info')).toEqual([])
  })
  it('gives every target as it was read, and no other', () => {
    const found = findTargets(outline).map((t) => [
      g.file,
      t.provision,
      t.printed.replace(/\s/g, ''),
      t.comparator,
      t.value ?? (t.min === null ? null : `${t.min}..${t.max}`),
      t.unit,
      t.attribute,
    ])
    expect(found).toEqual(read.filter(([file]) => file === g.file))
  })
  it('gives targets, references and responsible bodies', () => {
    expect(findTargets(outline).filter((t) => t.qualitative === null).length).toBe(g.numeric)
    expect(findReferences(outline).length).toBe(g.references)
    expect(findResponsibilities(outline).reduce((sum, r) => sum + r.agencies.length, 0)).toBe(g.bodies)
  })
})
