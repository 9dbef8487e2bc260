import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openWriter } from '../../src/work/writer.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'atlas-writer-'))
const filled = (size: number, value: number) => new Uint8Array(size).fill(value)

it('writes every file once, more than it holds at a time', async () => {
  const root = folder()
  const writer = openWriter(root)
  // 80 MiB, more than may wait
  for (let i = 0; i < 160; i += 1) await writer.put(`${i % 7}/${i}/index.html`, filled(2 ** 19, i))
  await writer.close()
  const written = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.html'))
  expect(written).toHaveLength(160)
  for (const path of written) {
    const bytes = readFileSync(join(root, path))
    expect(bytes.equals(Buffer.alloc(2 ** 19, Number(path.split('/')[1]))), path).toBe(true)
  }
})

it('tells at the end of a file that is there already, and leaves it as it was', async () => {
  const root = folder()
  writeFileSync(join(root, 'robots.txt'), 'from public/')
  const writer = openWriter(root)
  await writer.put('robots.txt', filled(3, 65))
  await expect(writer.close()).rejects.toThrow(/EEXIST.*robots\.txt/)
  expect(readFileSync(join(root, 'robots.txt'), 'utf8')).toBe('from public/')
})

it('tells of what could not be written while more is put, so that nobody goes on for long', async () => {
  const root = folder()
  writeFileSync(join(root, 'zh'), 'a file where a folder is wanted')
  mkdirSync(join(root, 'en'))
  const writer = openWriter(root)
  let put = 0
  const going = async () => {
    for (; put < 1000; put += 1) await writer.put(`${put === 0 ? 'zh' : 'en'}/${put}.html`, filled(2 ** 20, 1))
  }
  await expect(going()).rejects.toThrow(/EEXIST|ENOTDIR/)
  expect(put).toBeLessThan(200)
})
