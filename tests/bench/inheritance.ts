import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureInheritance } from '../../src/datasets/inheritance.ts'
import { writeAtlas } from '../synthetic/atlas.ts'
import { floor, type Measures, medianOf, report } from './measure.ts'

/** What texts take over from one another, as `npm run attest` measures it, with the pairs that were measured of all there are. */
export async function benchInheritance(sizes = [60, 120, 240]): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'atlas-inheritance-'))
  writeAtlas(root, 1, Math.max(...sizes))
  const folder = join(root, 'data/documents')
  const all = readdirSync(folder).map((id) => ({ id, text: readFileSync(join(folder, id, 'digest.zh.md'), 'utf8') }))
  const texts = new Map(all.map(({ id, text }) => [id, text]))
  const rows: Measures = []
  for (const size of sizes) {
    const own = all.slice(0, size)
    const held = own.map(({ id }) => ({ id, sha256: '0'.repeat(64) }))
    let pairs = 0
    const time = await medianOf(5, () => {
      pairs = measureInheritance(held, (id) => texts.get(id) as string).pairs.length
    })
    rows.push({ size, ms: time, pairs, 'all pairs': size * (size - 1), 'x floor': time / floor(own.map(({ text }) => text).join('')) })
  }
  rmSync(root, { recursive: true })
  report('inheritance', rows, ['ms', 'pairs'])
}
