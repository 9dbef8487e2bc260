import { fileURLToPath } from 'node:url'
import type { AstroIntegration, AstroPrerenderer } from 'astro'
import { openWriter } from './writer.ts'

// paths of a route follow one another; so many at a time go to one process, which keeps what neighbours have in common
const run = 64

/** Which of `width` processes renders the path at a place of the list. */
export const shareAt = (place: number, width: number): number => Math.floor(place / run) % width

// `--share 0/2`: the first of two
function shareIn(command: string[]): [own: number, width: number] {
  const at = command.indexOf('--share')
  if (at < 0) return [0, 1]
  const [own, width] = (command[at + 1] ?? '').split('/').map(Number) as [number, number]
  if (!(Number.isInteger(own) && own >= 0 && own < width))
    throw new Error(`--share ${command[at + 1]} is no share: write 0/2 for the first of two.`)
  return [own, width]
}

/** Where the answer of an address lies in the folder of a site below `base`: /zh/topics/ → zh/topics/index.html. */
export function fileOf(address: string, type: string, base: string): string {
  const path = decodeURI(new URL(address).pathname).slice(base.replace(/\/$/, '').length + 1)
  // Astro ends the address of a file with a slash too
  if (type !== 'page') return path.replace(/\/$/, '')
  return path === '404/' ? '404.html' : `${path}index.html`
}

const isRedirect = ({ status }: Response) => status >= 300 && status < 400

/**
 * Renders the share of the pages that the command of Astro says (every process lists all paths, in the same order), and writes them in a thread:
 * Astro would wait for the disk between them. What it redirects it writes itself.
 */
export function renderPages(command: string[]): AstroIntegration {
  const [own, width] = shareIn(command)
  let [folder, base] = ['', '/']
  function prerender(usual: AstroPrerenderer): AstroPrerenderer {
    const writer = openWriter(folder)
    return {
      ...usual,
      name: 'pages',
      getStaticPaths: async () => (await usual.getStaticPaths()).filter((_, place) => shareAt(place, width) === own),
      render: async (request, options) => {
        const rendered = await usual.render(request, options)
        const response = rendered instanceof Response ? rendered : rendered.response
        if (isRedirect(response) || !response.body) return rendered
        await writer.put(fileOf(request.url, options.routeData.type, base), new Uint8Array(await response.arrayBuffer()))
        // without a body Astro writes nothing
        return new Response(null)
      },
      teardown: async () => {
        await writer.close()
        await usual.teardown?.()
      },
    }
  }
  return {
    name: 'pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(config.outDir)
        base = config.base
      },
      'astro:build:start': ({ setPrerenderer }) => setPrerenderer(prerender),
    },
  }
}
