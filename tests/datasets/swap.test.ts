import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { mergeFolder } from '../../src/datasets/swap.ts'

const root = mkdtempSync(join(tmpdir(), 'atlas-swap-'))

function put(folder: string, files: Record<string, string>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, folder, path)), { recursive: true })
    writeFileSync(join(root, folder, path), text)
  }
  return join(root, folder)
}

it('moves one folder into another, and never over a file that differs', () => {
  const into = put('into', { 'a/1.html': 'one', 'same.css': 'css' })
  mergeFolder(put('from', { 'a/2.html': 'two', 'b/c/3.html': 'three', 'same.css': 'css' }), into)
  const held = readdirSync(into, { recursive: true, encoding: 'utf8' }).sort()
  expect(held).toEqual(['a', 'a/1.html', 'a/2.html', 'b', 'b/c', 'b/c/3.html', 'same.css'])
  expect(existsSync(join(root, 'from'))).toBe(false)
  expect(() => mergeFolder(put('from', { 'a/1.html': 'another' }), into)).toThrow('not the same')
})

// memory as a folder is another disk than that of temporary files, where a machine has both
const [here, memory] = [tmpdir(), '/dev/shm'].map((folder) => statSync(folder, { throwIfNoEntry: false })?.dev)

it.skipIf(memory === undefined || memory === here)('moves to another disk too', () => {
  const into = mkdtempSync('/dev/shm/atlas-swap-')
  mergeFolder(put('from', { 'a/1.html': 'one', 'b.css': 'css' }), into)
  expect(readdirSync(into, { recursive: true, encoding: 'utf8' }).sort()).toEqual(['a', 'a/1.html', 'b.css'])
  expect(readFileSync(join(into, 'a/1.html'), 'utf8')).toBe('one')
  expect(existsSync(join(root, 'from'))).toBe(false)
  rmSync(into, { recursive: true })
})

afterAll(() => rmSync(root, { recursive: true }))
