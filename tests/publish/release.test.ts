import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChangeReason, Manifest } from '../../src/model/release.ts'
import { anyBase, freezePages, packPages, unpackPages } from '../../src/publish/frozen.ts'
import { checkFiles, diffOf, planRelease, type Records, recordsOf } from '../../src/publish/release.ts'

const records = (rows: { [id: string]: string }): Records => new Map([['targets', new Map(Object.entries(rows))]])
const reason: ChangeReason = { release: '2026-12-01', dataset: '', id: '', zh: '理由', en: 'why' }
const manifest = (release: string, changes: Manifest['changes']): Manifest => ({
  release,
  asOf: release,
  previous: null,
  counts: {},
  changes,
  files: [],
  pages: null,
})

describe('the difference of two releases', () => {
  it('is what was added, changed and withdrawn', () => {
    const [before, after] = [records({ a: '1', b: '2', c: '3' }), records({ b: '2', c: '4', d: '5' })]
    expect(diffOf(before, after)).toEqual([
      { dataset: 'targets', kind: 'added', ids: ['d'] },
      { dataset: 'targets', kind: 'changed', ids: ['c'] },
      { dataset: 'targets', kind: 'withdrawn', ids: ['a'] },
    ])
  })
  it('applied to the first gives the second, whatever they hold', () => {
    const state = fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), fc.constantFrom('1', '2'), {
      maxKeys: 12,
      noNullPrototype: true,
    })
    fc.assert(
      fc.property(state, state, (a, b) => {
        const [before, after] = [records(a), records(b)]
        const { changes, problems } = planRelease('2026-12-01', before, after, [reason], [])
        const made = new Map(before.get('targets'))
        for (const { kind, ids } of changes)
          for (const id of ids) {
            if (kind === 'withdrawn') made.delete(id)
            else made.set(id, after.get('targets')?.get(id) as string)
          }
        expect(made).toEqual(after.get('targets'))
        expect(problems.length > 0).toBe(changes.length === 0)
      }),
    )
  })
  it('is read from the files of a release', () => {
    const line = (id: string) => `${JSON.stringify({ id, printed: 'x' })}\n`
    const files = new Map([
      ['targets.ndjson', Buffer.from(line('a') + line('b'))],
      ['README.md', Buffer.from('')],
    ])
    expect([...(recordsOf(files).get('targets') as Map<string, string>).keys()]).toEqual(['a', 'b'])
  })
})

describe('a release', () => {
  const before = records({ a: '1' })
  const problemsOf = (date: string, after: Records, reasons: ChangeReason[], earlier: Manifest[]) =>
    planRelease(date, before, after, reasons, earlier).problems.map((p) => `${p.message} ${p.fix}`)
  it('needs a reason for every change; the most exact one is told', () => {
    const after = records({ a: '2', b: '1' })
    expect(problemsOf('2026-12-01', after, [], [])).toEqual([
      '1 records of targets are added without a reason, the first of them b. Add a line: 2026-12-01,targets,,why,why',
      '1 records of targets are changed without a reason, the first of them a. Add a line: 2026-12-01,targets,,why,why',
    ])
    const exact = { ...reason, dataset: 'targets', id: 'a', en: 'a misprint' }
    const { changes } = planRelease('2026-12-01', before, after, [reason, exact], [])
    expect(changes.map((c) => [c.kind, c.reason.en])).toEqual([
      ['added', 'why'],
      ['changed', 'a misprint'],
    ])
  })
  it('is refused when it is not later than the last, or changes nothing', () => {
    const earlier = [manifest('2026-12-01', [])]
    expect(problemsOf('2026-12-01', before, [reason], earlier)).toEqual([
      '2026-12-01 is not later than the last release, 2026-12-01. Name a later date: --date.',
      'Nothing has changed since the last release. Release when something has.',
    ])
  })
  it('may not use the id of a withdrawn record again', () => {
    const earlier = [manifest('2026-11-01', [{ dataset: 'targets', kind: 'withdrawn', reason: { zh: '错', en: 'wrong' }, ids: ['b'] }])]
    expect(problemsOf('2026-12-01', records({ a: '1', b: '9' }), [reason], earlier)).toEqual([
      'b of targets was withdrawn in 2026-11-01 and is used again. Give the record an id of its own.',
    ])
  })
  it('that was tampered with is told by its file', () => {
    const held = {
      ...manifest('2026-12-01', []),
      files: [
        { path: 'a.csv', bytes: 1, sha256: '0'.repeat(64) },
        { path: 'b.csv', bytes: 1, sha256: '1'.repeat(64) },
      ],
    }
    expect(checkFiles(held, new Map([['a.csv', Buffer.from('x')]])).map((p) => p.message)).toEqual([
      'a.csv is not what the manifest says.',
      'b.csv is missing.',
    ])
  })
})

describe('pages kept with a release', () => {
  const root = `${anyBase}/2026-12-01`
  const page = `<!doctype html><html><head><meta charset="utf-8"></head><body><main id="main"><a href="${root}/zh/b/">b</a><a href="${root}/charts/zh/x.png">png</a><a href="${root}/data/latest/targets.csv">csv</a><form data-index="${root}/data/search/zh/"></form></main></body></html>`
  const built = new Map([
    ['zh/a/index.html', page],
    ['zh/b/index.html', page],
    ['_astro/x.css', `a{background:url(${root}/_astro/y.svg)}`],
  ])
  const frozen = freezePages(built, '2026-12-01', (path, living) => `<p>${path} <a href="${living}">now</a></p>`)
  it('lead to pages of the release and its data, to the living site for the rest, and say what they are', () => {
    const text = unpackPages(packPages(frozen), '/atlas').get('zh/a/index.html') as string
    expect(text).toContain('href="/atlas/2026-12-01/zh/b/"')
    expect(text).toContain('href="/atlas/charts/zh/x.png"')
    expect(text).toContain('href="/atlas/data/2026-12-01/targets.csv"')
    expect(text).toContain('data-index="/atlas/2026-12-01/data/search/zh/"')
    expect(text).toContain('<main id="main"><p>zh/a/index.html <a href="/atlas/zh/a/">now</a></p>')
    expect(text).toContain('<meta name="robots" content="noindex">')
  })
  it('are packed to the same bytes, and unpacked below any folder', () => {
    expect(Buffer.compare(packPages(frozen), packPages(new Map([...frozen].reverse())))).toBe(0)
    expect(unpackPages(packPages(frozen), '').get('zh/b/index.html')).toContain('href="/2026-12-01/zh/b/"')
  })
})
