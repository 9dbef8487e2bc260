import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { fileOf, renderPages, shareAt } from '../../src/work/render.ts'

interface Prerenderer {
  getStaticPaths: () => Promise<number[]>
  render: (request: Request, options: object) => Promise<Response>
  teardown: () => Promise<void>
}

// what Astro would use, once ours has been put before it
function prerendererOf(command: string[], usual: Partial<Prerenderer>, folder = tmpdir()): Prerenderer {
  let taken = usual
  const setPrerenderer = (make: (usual: Partial<Prerenderer>) => Prerenderer) => (taken = make(usual))
  const { hooks } = renderPages(['node', 'astro', 'build', ...command])
  hooks['astro:config:done']?.({ config: { outDir: pathToFileURL(`${folder}/`), base: '/atlas/' } } as never)
  hooks['astro:build:start']?.({ setPrerenderer } as never)
  return taken as Prerenderer
}

const pathsOf = (command: string[], all: number[]) => prerendererOf(command, { getStaticPaths: async () => all }).getStaticPaths()

it('gives every page to one process, and to each about as many', async () => {
  const all = Array.from({ length: 1000 }, (_, i) => i)
  for (const width of [1, 2, 3, 7]) {
    const shares = await Promise.all(Array.from({ length: width }, (_, i) => pathsOf(['--share', `${i}/${width}`], all)))
    expect(shares.flat().sort((a, b) => a - b)).toEqual(all)
    for (const share of shares) expect(Math.abs(share.length - 1000 / width)).toBeLessThanOrEqual(64)
  }
  expect([0, 63, 64, 127, 128].map((place) => shareAt(place, 2))).toEqual([0, 0, 1, 1, 0])
})

it('renders every page without a share, and refuses one that is none', async () => {
  expect(await pathsOf([], [1, 2, 3])).toEqual([1, 2, 3])
  for (const wrong of ['2/2', '-1/2', '0.5/2', 'a/b', '']) expect(() => renderPages(['--share', wrong])).toThrow('is no share')
})

it('knows the file of an address', () => {
  const fileAt = (path: string, type: string, base = '/') => fileOf(`http://localhost${path}`, type, base)
  expect(fileAt('/', 'page')).toBe('index.html')
  expect(fileAt('/zh/topics/', 'page')).toBe('zh/topics/index.html')
  expect(fileAt('/404/', 'page')).toBe('404.html')
  expect(fileAt('/zh/documents/hubei-2023.json/', 'endpoint')).toBe('zh/documents/hubei-2023.json')
  expect(fileAt('/robots.txt', 'endpoint')).toBe('robots.txt')
  expect(fileAt('/%E5%9B%BE/', 'page')).toBe('图/index.html')
  for (const base of ['/atlas', '/atlas/']) {
    expect(fileAt('/atlas/', 'page', base)).toBe('index.html')
    expect(fileAt('/atlas/zh/', 'page', base)).toBe('zh/index.html')
  }
})

it('writes what is rendered beside the renderer, and leaves to Astro what has no text or leads elsewhere', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-render-'))
  const answers: Record<string, () => Response> = {
    '/atlas/zh/': () => new Response('图谱'),
    '/atlas/404/': () => new Response('没有这一页', { status: 404 }),
    '/atlas/zh/old/': () => new Response('moved', { status: 301, headers: { location: '/atlas/zh/' } }),
    '/atlas/zh/empty/': () => new Response(null),
  }
  const usual = { render: async (request: Request) => answers[new URL(request.url).pathname]?.() as Response }
  const prerenderer = prerendererOf([], usual, folder)
  const told: Response[] = []
  for (const path of Object.keys(answers))
    told.push(await prerenderer.render(new Request(`http://localhost${path}`), { routeData: { type: 'page' } }))
  await prerenderer.teardown()
  expect(readFileSync(join(folder, 'zh/index.html'), 'utf8')).toBe('图谱')
  expect(readFileSync(join(folder, '404.html'), 'utf8')).toBe('没有这一页')
  expect(told.map(({ body }) => body === null)).toEqual([true, true, false, true])
  expect(told[2]?.headers.get('location')).toBe('/atlas/zh/')
})
