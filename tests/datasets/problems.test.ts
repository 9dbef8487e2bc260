import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

interface Edit {
  file: string
  find?: string
  replace?: string
  write?: string
  remove?: boolean
  as?: 'bom' | 'crlf' | 'gb18030'
}
interface Case {
  name: string
  edits: Edit[]
  printed: string[]
}
const cases: Case[] = JSON.parse(readFileSync('tests/specs/bad-input.json', 'utf8'))

// one good build of the small atlas; every case starts from a copy of it
let good: string
const folders: string[] = []
const copy = (from: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-'))
  folders.push(folder)
  cpSync(from, folder, { recursive: true })
  return folder
}
const build = (root: string) => spawnSync(process.execPath, ['scripts/data.ts', root], { encoding: 'utf8' })
const datasetsOf = (root: string) => {
  const folder = join(root, 'data/datasets')
  return Object.fromEntries(readdirSync(folder).map((f) => [f, readFileSync(join(folder, f), 'utf8')]))
}

function apply(root: string, { file, find, replace, write, remove, as }: Edit) {
  const path = join(root, 'data', file)
  if (remove) return rmSync(path)
  if (write !== undefined) {
    mkdirSync(join(path, '..'), { recursive: true })
    return writeFileSync(path, write)
  }
  const text = readFileSync(path, 'utf8')
  if (find !== undefined && !text.includes(find)) throw new Error(`${file} does not hold ${find}`)
  const edited = find === undefined ? text : text.replace(find, () => replace ?? '')
  if (as === 'bom') return writeFileSync(path, `\uFEFF${edited}`)
  if (as === 'crlf') return writeFileSync(path, edited.replaceAll('\n', '\r\n'))
  if (as === 'gb18030') return writeFileSync(path, Buffer.from(readFileSync('tests/specs/gb18030.txt.b64', 'utf8'), 'base64'))
  writeFileSync(path, edited)
}

beforeAll(() => {
  good = copy('tests/fixtures/small')
  const { status, stderr } = build(good)
  if (status !== 0) throw new Error(stderr)
})
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

describe('bad input', () => {
  it.each(cases)('$name', ({ edits, printed }) => {
    const root = copy(good)
    for (const edit of edits) apply(root, edit)
    const { status, stderr } = build(root)
    const n = printed.length
    expect(stderr.trim().split('\n')).toEqual([...printed, `${n} ${n === 1 ? 'problem' : 'problems'}. No dataset was written.`])
    expect(status).toBe(1)
    expect(datasetsOf(root)).toEqual(datasetsOf(good))
  })
})

it('builds the same bytes twice, from another folder and another day of the machine', () => {
  const again = copy('tests/fixtures/small')
  const env = { ...process.env, TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' }
  expect(spawnSync(process.execPath, ['scripts/data.ts', again], { encoding: 'utf8', env }).status).toBe(0)
  expect(datasetsOf(again)).toEqual(datasetsOf(good))
})
