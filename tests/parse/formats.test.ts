import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { findReferences } from '../../src/extract/reference.ts'
import { findResponsibilities } from '../../src/extract/responsibility.ts'
import { findTargets } from '../../src/extract/target.ts'
import { parseDocument } from '../../src/parse/document.ts'
import { decodeText, readDocument } from '../../src/parse/reader.ts'

const folder = 'tests/fixtures/files'
const read = async (file: string) => {
  const outline = parseDocument(await readDocument(readFileSync(`${folder}/${file}`), file))
  return {
    metadata: outline.metadata,
    provisions: outline.provisions.map(({ start: _s, end: _e, ...p }) => p),
    tables: outline.annexes,
    targets: findTargets(outline).map(({ start: _s, end: _e, ...t }) => t),
    references: findReferences(outline),
    responsibilities: findResponsibilities(outline),
  }
}

it('reads the plain text as it is meant', async () => {
  const { metadata, provisions, targets, responsibilities } = await read('plan.txt')
  expect(metadata).toMatchObject({ title: '某市基层卫生服务三年行动方案', issuedOn: '2022-03-01', disclosure: 'public' })
  expect(provisions.map((p) => p.id)).toEqual([
    'notice',
    'preamble',
    '1',
    '1.1',
    '1.2',
    '2',
    '2.1',
    '2.2',
    'annex1',
    'annex1.1',
    'annex1.2',
  ])
  expect(targets.map((t) => [t.provision, t.printed, t.comparator].join(' '))).toEqual([
    '1.1 达到75%以上 gte',
    '1.1 10/10万以下 lte',
    '2.1 1所 eq',
    '2.1 80%以上 gte',
    '2.2 不低于800元 gte',
    '2.2 不少于2次 gte',
    'annex1.1 78.5 eq',
    'annex1.2 ≤5 lte',
  ])
  expect(responsibilities.map((r) => [r.provision, r.role, ...r.agencies].join(' '))).toEqual([
    '2.1 lead 市卫生健康委',
    '2.1 participant 市财政局 市医保局',
    '2.2 responsible 市财政局 市卫生健康委',
  ])
})

// two documents, each as producers of their own write it: Chromium and LibreOffice (.pdf), LibreOffice and the docx package (.docx), by hand;
// rural.numbered.docx has its labels as automatic numbers only
const forms = readdirSync(folder).filter((file) => !/^(?:plan|rural)\.txt$/.test(file))
const squeezed = (value: unknown) => JSON.parse(JSON.stringify(value).normalize('NFKC').replace(/ /g, ''))

it.each(forms)('reads the same document from %s', async (file) => {
  expect(squeezed(await read(file))).toEqual(squeezed(await read(`${file.split('.')[0]}.txt`)))
})

it('tells encodings by their bytes', () => {
  expect(decodeText(new TextEncoder().encode('卫生'))).toBe('卫生')
  expect(decodeText(Uint8Array.from([0xce, 0xc0, 0xc9, 0xfa]))).toBe('卫生')
})
