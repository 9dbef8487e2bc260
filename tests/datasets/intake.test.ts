import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { parseDocument } from '../../src/parse/document.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'atlas-'))
  cpSync('tests/fixtures/small', root, { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true }))

const take = (...args: string[]) => spawnSync(process.execPath, ['scripts/import.ts', ...args, '--root', root], { encoding: 'utf8' })
const file = (name: string) => readFileSync(join(root, 'data/documents/beishan-2022', name), 'utf8')

it('makes a folder with the outline, the letterhead facts and what each clause has to hold', () => {
  const { status, stdout } = take('tests/fixtures/files/plan.docx', '--region', '990000')
  expect([status, stdout.split('\n').length]).toEqual([0, 6])
  const digest = parseDocument(file('digest.zh.md'))
  const official = parseDocument(readFileSync('tests/fixtures/files/plan.txt', 'utf8'))
  expect(digest.provisions.map((p) => [p.path, p.heading])).toEqual(official.provisions.map((p) => [p.path, p.heading]))
  expect(digest.metadata).toEqual(official.metadata)
  expect(digest.annexes).toEqual(official.annexes)
  expect(file('digest.zh.md')).toContain('<!-- 达到75%以上 · 10/10万以下 -->\n（一）工作目标。待转述。')
  expect(file('digest.zh.md')).not.toContain('签约率')
  expect(file('document.yaml')).toContain('levels: { notice: 1, preamble: 1, chapter: 2, section: 4, annex: 1, item: 2 }')
  expect(readFileSync(join(root, 'originals/beishan-2022.txt'), 'utf8')).toContain('家庭医生签约率')
})

it('never overwrites what a person wrote', () => {
  take('tests/fixtures/files/plan.txt', '--region', '990000')
  writeFileSync(join(root, 'data/documents/beishan-2022/digest.zh.md'), 'mine\n')
  const { stdout } = take('tests/fixtures/files/plan.txt', '--region', '990000')
  expect(stdout).toContain('kept')
  expect(stdout).not.toContain('made')
  expect(file('digest.zh.md')).toBe('mine\n')
})

it('leaves a digest that the data build refuses until it is written', () => {
  take('tests/fixtures/files/plan.txt', '--region', '990000')
  const { status, stderr } = spawnSync(process.execPath, ['scripts/data.ts', root], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toContain('一/（一） is not written yet. Restate the clause in our own words.')
  expect(stderr).toMatch(/beishan-2022\/document\.yaml:\d+:\d+ {2}TODO stands where something is still to be filled in/)
})

it('takes no second document under an id that is given', () => {
  take('tests/fixtures/files/plan.txt', '--region', '990000')
  const { status, stderr } = take('tests/fixtures/files/rural.txt', '--region', '990000', '--id', 'beishan-2022')
  expect([status, stderr]).toEqual([2, 'beishan-2022 is another document already. Give this one an id of its own with --id.\n'])
})

it('says what is missing', () => {
  expect(take('tests/fixtures/files/plan.txt').stderr).toBe('usage: npm run import -- FILE --region CODE [--id ID]\n')
  expect(take('tests/fixtures/files/plan.txt', '--region', '123456').stderr).toContain('is not in data/codebook/regions.csv')
})
