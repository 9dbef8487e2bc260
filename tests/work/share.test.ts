import { expect, it } from 'vitest'
import { renderShare, shareAt } from '../../src/work/share.ts'

interface Prerenderer {
  name: string
  getStaticPaths: () => Promise<number[]>
}

// what Astro would render, once the share has been taken
async function pathsOf(share: string, all: number[]): Promise<number[]> {
  let taken: Prerenderer | undefined
  const usual: Prerenderer = { name: 'usual', getStaticPaths: async () => all }
  const setPrerenderer = (make: (usual: Prerenderer) => Prerenderer) => (taken = make(usual))
  const [integration] = renderShare(['node', 'astro', 'build', '--share', share])
  await integration?.hooks['astro:build:start']?.({ setPrerenderer } as never)
  return (await taken?.getStaticPaths()) ?? []
}

it('gives every page to one process, and to each about as many', async () => {
  const all = Array.from({ length: 1000 }, (_, i) => i)
  for (const width of [1, 2, 3, 7]) {
    const shares = await Promise.all(Array.from({ length: width }, (_, i) => pathsOf(`${i}/${width}`, all)))
    expect(shares.flat().sort((a, b) => a - b)).toEqual(all)
    for (const share of shares) expect(Math.abs(share.length - 1000 / width)).toBeLessThanOrEqual(64)
  }
  expect([0, 63, 64, 127, 128].map((place) => shareAt(place, 2))).toEqual([0, 0, 1, 1, 0])
})

it('leaves Astro alone without a share, and refuses one that is none', () => {
  expect(renderShare(['node', 'astro', 'build'])).toEqual([])
  for (const wrong of ['2/2', '-1/2', '0.5/2', 'a/b', '']) expect(() => renderShare(['--share', wrong])).toThrow('is no share')
})
