import { existsSync, readFileSync } from 'node:fs'
// @ts-expect-error: the package has no types
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { readDatasets } from '../../src/datasets/store.ts'
import { faultsOf } from '../metadata.ts'

const atlas = readDatasets('.')
const schema = [{ fileName: 'akn.xsd', contents: readFileSync('tests/schemas/akn.xsd', 'utf8') }]
const validate = (contents: string) => validateXML({ xml: [{ fileName: 'edition.xml', contents }], schema })
const read = (lang: string, id: string, ending: string) => readFileSync(`dist/${lang}/documents/${id}.${ending}`, 'utf8')
const editions = atlas.documents.flatMap((d) => ['zh', 'en'].map((lang) => [d.id, lang] as const))

describe('each document has its files beside its page', () => {
  it.each(editions)('%s in %s: JSON and Markdown hold every clause and figure', (id, lang) => {
    const { document, edition } = JSON.parse(read(lang, id, 'json'))
    const markdown = read(lang, id, 'md')
    const provisions = atlas.provisions.filter((p) => p.document === id)
    expect(faultsOf(JSON.parse(readFileSync('dist/data/latest/schemas/edition.json', 'utf8')), { document, edition })).toEqual([])
    expect(document.id).toBe(id)
    expect(edition.clauses.map((c: { key: string }) => c.key)).toEqual(provisions.map((p) => p.key))
    const bare = markdown.replaceAll('\\', '')
    for (const p of provisions) for (const line of (lang === 'zh' ? p.digestZh : p.digestEn).split('\n')) expect(bare).toContain(line)
    const figures = edition.clauses.flatMap((c: { figures: unknown[] }) => c.figures).length
    expect(figures).toBe(atlas.targets.filter((t) => t.document === id).length)
    expect(bare).toContain(edition.caution)
    expect(bare).toContain(document.sha256)
  })

  it.each(editions)('%s in %s: Akoma Ntoso is valid, and every reference within it leads somewhere', async (id, lang) => {
    const xml = read(lang, id, 'akn.xml')
    const { valid, errors } = await validate(xml)
    expect(errors.map((e) => e.message)).toEqual([])
    expect(valid).toBe(true)
    const ids = new Set([...xml.matchAll(/ eId="([^"]+)"/g)].map((m) => m[1]))
    for (const [, targets] of xml.matchAll(/ (?:refersTo|source)="([^"]+)"/g))
      for (const target of (targets as string).split(' ')) expect(ids, target).toContain(target.slice(1))
    const leaves = atlas.provisions.filter((p) => p.document === id).length
    expect(xml.match(/<(?:part|chapter|section|article|paragraph|subparagraph|hcontainer) /g)?.length).toBe(leaves)
    expect(xml).toContain('<FRBRauthoritative value="false"/>')
    expect(xml.match(/<organization /g)?.length ?? 0).toBe(atlas.responsibilities.filter((r) => r.document === id).length)
  })

  it('Akoma Ntoso that breaks the schema fails', async () => {
    const [id, lang] = editions[0] as [string, string]
    const xml = read(lang, id, 'akn.xml')
    for (const [from, to] of [
      ['<mainBody', '<body'],
      [' eId="body"', ' eId="preface"'],
      [/ showAs="[^"]*"/, ''],
      ['language="zho"', 'language="中文"'],
      [/<content/, '<block'],
    ] as [string | RegExp, string][])
      expect((await validate(xml.replace(from, to))).valid, String(from)).toBe(false)
  })

  it.each(editions)('%s in %s: citations are read by a citation program, targets by their rows', (id, lang) => {
    for (const ending of ['bib', 'ris', 'csl.json']) {
      const [item] = new Cite(read(lang, id, ending)).data
      expect(item?.URL, ending).toContain(`/${lang}/documents/${id}/`)
    }
    const rows = read(lang, id, 'csv').trim().split('\r\n')
    expect(rows.length).toBeGreaterThan(atlas.targets.filter((t) => t.document === id).length)
    expect(existsSync(`dist/${lang}/documents/${id}/index.html`)).toBe(true)
  })
})
