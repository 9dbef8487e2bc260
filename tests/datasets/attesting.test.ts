import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { attestAll } from '../../src/datasets/attesting.ts'
import { attest } from '../../src/datasets/tasks.ts'

let root: string
const official = () => join(root, 'official')
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'atlas-attest-'))
  cpSync('tests/fixtures/small', root, { recursive: true })
  mkdirSync(official())
})
afterEach(() => rmSync(root, { recursive: true }))
const run = () => attestAll(root, official(), async (task) => attest(task), 2)

it('compares what has an official text, and says what has none', async () => {
  writeFileSync(join(official(), 'xishan-2022.txt'), '西山市\n')
  const { attested, unread, problems } = await run()
  expect(attested.map((a) => [a.id, a.path])).toEqual([['xishan-2022', 'data/documents/xishan-2022/attestation.json']])
  expect(attested[0]?.found.problems.length).toBeGreaterThan(0)
  expect(unread).toEqual([{ id: 'dongshan-2021', why: `no official text at ${official()}/dongshan-2021.txt` }])
  expect(problems).toEqual([])
})
it('an official text whose bytes are no text is a Problem, and not a missing one', async () => {
  writeFileSync(join(official(), 'xishan-2022.txt'), Uint8Array.of(0xce, 0xf7, 0xc9, 0xbd))
  const { attested, unread, problems } = await run()
  expect(attested).toEqual([])
  expect(unread.find((u) => u.id === 'xishan-2022')?.why).toBe('its official text cannot be read')
  expect(problems.map((p) => p.message)).toEqual([expect.stringContaining('not UTF-8')])
})
