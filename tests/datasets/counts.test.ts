import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { checkPersonal, isIdentityNumber } from '../../src/datasets/gate.ts'
import { formatProblem } from '../../src/model/problem.ts'
import { smallAtlas } from './small.ts'

const folder = 'data/statistics/simulated-contracts'
const file = (name: string) => readFileSync(`${folder}/${name}`, 'utf8')
const at = (name: string) => `statistics/simulated-contracts/${name}`
const build = (edits: { [name: string]: string } = {}) =>
  smallAtlas(
    Object.fromEntries(['dataset.yaml', 'counts.csv', 'released/2026-06-30.csv'].map((name) => [at(name), edits[name] ?? file(name)])),
  )
const lines = (edits: { [name: string]: string }) => build(edits).problems.map(formatProblem)
const first = (edits: { [name: string]: string }) => lines(edits)[0]
const replace = (name: string, from: string | RegExp, to: string) => {
  const text = file(name).replace(from, to)
  expect(text).not.toBe(file(name))
  return { [name]: text }
}

describe('a dataset that counts people', () => {
  const { atlas, problems } = build()
  const cells = atlas['protected-counts']

  it('leaves as protected tables, and only so', () => {
    expect(problems).toEqual([])
    expect(atlas.disclosure).toMatchObject([{ id: 'simulated-contracts', simulated: true, releases: 1, exposed: 0 }])
    expect(atlas.statistics.map((s) => s.id)).not.toContain('simulated-contracts')
    expect(atlas.observations.some((o) => o.dataset === 'simulated-contracts')).toBe(false)
    const [report] = atlas.disclosure
    expect(report && report.attacked === report.primary + report.secondary && report.primary > 0 && report.secondary > 0).toBe(true)
  })

  it('shows multiples of five or nothing, never a small count', () => {
    for (const cell of cells) {
      expect(cell.code).toBe(cell.value === null ? 'withheld' : 'rounded')
      if (cell.value !== null) expect(cell.value % 5 === 0 && (cell.value === 0 || cell.value >= 10)).toBe(true)
      if (cell.value === null) expect(cell.share).toBeNull()
    }
    expect(cells.find((c) => c.id.endsWith('area-by-illness/town-1/tuberculosis/all'))?.value).toBeNull()
  })

  it('does not say which cells were withheld for what, nor any parameter of a rule', () => {
    expect(new Set(cells.map((c) => c.code))).toEqual(new Set(['rounded', 'withheld']))
    expect(JSON.stringify(atlas.disclosure)).not.toMatch(/dominance|"k"|"p"/)
  })

  it('withholds nothing for being small from prefecture level up', () => {
    const { atlas: large } = build({
      ...replace('dataset.yaml', /level: (?:county|township)/g, 'level: prefecture'),
      'released/2026-06-30.csv': 'area,illness,sex,value\ncounty,all,all,\n',
    })
    const [report] = large.disclosure
    expect(report?.primary).toBe(0)
  })
})

describe('what is refused', () => {
  it('a leak: an earlier release that tells a withheld cell', () => {
    const text = `${file('released/2026-06-30.csv')}town-1,tuberculosis,all,5\n`
    const line = text.trim().split('\n').length
    expect(lines({ 'released/2026-06-30.csv': text })).toEqual([
      `data/${at('released/2026-06-30.csv')}:${line}:1  town-1/tuberculosis/all can be computed from all that is published. Withdraw the release that tells it; nothing is published until then.`,
    ])
  })
  it('a leak by difference: all cells of a row but one', () => {
    const exact = replace('dataset.yaml', 'rounded: 5', 'rounded: 1')['dataset.yaml'] as string
    const row =
      'area,illness,sex,value\ntown-1,all,all,199\ntown-1,hypertension,all,137\ntown-1,diabetes,all,49\ntown-1,severe-mental-disorder,all,9\n'
    const found = lines({ 'dataset.yaml': exact, 'released/2026-06-30.csv': row })
    expect(found.some((l) => l.includes('town-1/tuberculosis/all can be computed'))).toBe(true)
  })
  it('a release that the counts deny', () => {
    expect(first(replace('released/2026-06-30.csv', 'town-2,all,all,765', 'town-2,all,all,865'))).toMatch(
      /2026-06-30\.csv:\d+:1 {2}The release says of town-2\/all\/all what the counts deny\./,
    )
  })
  it('rows that are missing, double, unknown or no counts', () => {
    expect(first(replace('counts.csv', 'town-1,hypertension,female,55\n', ''))).toContain(
      'counts.csv:1:1  1 of 56 combinations are missing.',
    )
    expect(first(replace('counts.csv', 'town-1,hypertension,male', 'town-1,hypertension,female'))).toContain('stands twice')
    expect(first(replace('counts.csv', 'town-1,hypertension,female', 'town-9,hypertension,female'))).toMatch(
      /counts\.csv:2:1 .*must be one of town-1/,
    )
    expect(first(replace('counts.csv', 'female,55', 'female,5.5'))).toContain('counts.csv:2:28')
    expect(first(replace('counts.csv', 'female,55', 'female,-1'))).toContain('counts.csv:2:28')
  })
  it('never by saying again what stands in a cell', () => {
    for (const text of ['town-1,diabetes,female,王小明', '王小明,diabetes,female,4', 'town-1,diabetes,"a ""王小明"" must",4', '王小明'])
      for (const edit of [`${file('counts.csv')}${text}\n`, `${text}\n${file('counts.csv')}`]) {
        const found = lines({ 'counts.csv': edit })
        expect(found.length).toBeGreaterThan(0)
        expect(found.join()).not.toContain('王小明')
      }
  })
  it('columns that are declared otherwise than they are, breaks of an indicator it has not', () => {
    expect(first(replace('dataset.yaml', '[area, illness, sex, count]', '[area, sex, illness, count]'))).toMatch(
      /dataset\.yaml:\d+:\d+ {2}Column 2 is declared as "sex", but is "illness"\./,
    )
    expect(first(replace('dataset.yaml', 'breaks: []', 'breaks: [bed-density/2021]'))).toContain('no break of one')
  })
  it('members without a tree, tables without a dimension', () => {
    expect(first(replace('dataset.yaml', 'parent: east, level: township', 'parent: nord, level: township'))).toMatch(
      /dataset\.yaml:\d+:\d+ .*town-1/,
    )
    expect(first(replace('dataset.yaml', 'dimensions: [area, sex]', 'dimensions: [area, age]'))).toContain('has no dimension age')
    expect(first(replace('dataset.yaml', 'parent: county, level: county', 'level: county'))).toContain('2 members without parent')
  })
})

describe('the gate for rows about persons', () => {
  // a made-up number: region that does not exist, and the check digit that belongs to it
  const digits = '99010019000101001'
  const number =
    digits + '10X98765432'[[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2].reduce((s, w, i) => s + w * Number(digits[i]), 0) % 11]
  const other = digits + (number.endsWith('1') ? '2' : '1')

  it('tells an identity number from any other 18 digits', () => {
    expect(isIdentityNumber(number)).toBe(true)
    expect(isIdentityNumber(other)).toBe(false)
    expect(checkPersonal(`area,note\na,${number}\n`, 'x.csv', null, 1)).toMatchObject([{ line: 2, column: 3 }])
    expect(checkPersonal(`area,note\na,${other}\n`, 'x.csv', null, 1)).toEqual([])
  })
  it('finds headings, names, mobile numbers and one row a person, and repeats no value', () => {
    const people = ['王小明', '李四光', '张三丰', '刘一手', '陈大文', '杨过']
    const text = `姓名,area,联系\n${people.map((p, i) => `${p},t${i},1380013800${i}`).join('\n')}\n`
    const found = checkPersonal(text, 'x.csv', 'count', 10)
    expect(found.map((p) => `${p.line}:${p.column}`)).toEqual(['1:1', '2:1', '2:8', '1:1'])
    for (const value of [...people, '13800138']) expect(JSON.stringify(found)).not.toContain(value)
  })
  it('lets counts, years and towns pass', () => {
    expect(checkPersonal(file('counts.csv'), 'x.csv', 'count', 10)).toEqual([])
    expect(checkPersonal('region,value\n990100,13912345678\n', 'x.csv', null, 1)).toEqual([])
    expect(checkPersonal(`area,sex\n${'a,f\n'.repeat(10)}`, 'x.csv', 'count', 10)).toEqual([])
  })
  it('stops a dataset of counts and a dataset of values alike', () => {
    const found = lines({ 'counts.csv': `area,illness,sex,身份证号\ntown-1,diabetes,female,${number}\n` })
    expect(found.length).toBeGreaterThanOrEqual(3)
    expect(found.join()).not.toContain(number)
    const { problems, atlas } = smallAtlas({ 'statistics/mini/data.csv': `indicator,note\nx,${number}\n` })
    expect(problems.map(formatProblem).join()).toContain('identity number')
    expect(problems.map(formatProblem).join()).not.toContain(number)
    expect(atlas['protected-counts']).toEqual([])
  })
  it('stops the build wherever among the statistics such a file lies, and for a file of another name', () => {
    const rows = Array.from({ length: 12 }, (_, i) => `t${i % 3},${40 + i},f`).join('\n')
    const { problems } = smallAtlas({
      'statistics/literacy/villagers.csv': `area,age,sex\n${rows}\n`,
      'statistics/literacy/notes.csv': 'area,count\na,10\n',
    })
    expect(problems.map(formatProblem)).toEqual([
      'data/statistics/literacy/notes.csv:1:1  No dataset has a file of this name. Remove it; data/README.md says which files a dataset has.',
      'data/statistics/literacy/villagers.csv:1:1  There is no column "count", so each row is one person, and some rows are shared by fewer than 10. Remove the file from every copy of the project; the atlas takes counts, never rows about persons.',
    ])
  })
})

describe('npm run data', () => {
  const root = mkdtempSync(join(tmpdir(), 'atlas-'))
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  it('exits 1 with a leak planted in the simulated table, and keeps the last good output', { timeout: 60_000 }, () => {
    cpSync('data', join(root, 'data'), { recursive: true })
    const run = () => execFileSync(process.execPath, [resolve('scripts/data.ts'), root], { encoding: 'utf8', stdio: 'pipe' })
    run()
    const good = readFileSync(join(root, 'data/datasets/protected-counts.json'), 'utf8')
    const released = join(root, folder, 'released/2026-06-30.csv')
    writeFileSync(released, `${readFileSync(released, 'utf8')}town-1,tuberculosis,all,5\n`)
    try {
      run()
      expect.unreachable('the leak was published')
    } catch (error) {
      const { status, stderr } = error as { status: number; stderr: string }
      expect(status).toBe(1)
      expect(stderr).toContain('town-1/tuberculosis/all can be computed from all that is published.')
    }
    expect(readFileSync(join(root, 'data/datasets/protected-counts.json'), 'utf8')).toBe(good)
  })
})
