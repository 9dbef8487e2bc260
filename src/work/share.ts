import type { AstroIntegration } from 'astro'

// paths of a route follow one another; so many at a time go to one process, which keeps what neighbours have in common
const run = 64

/** Which of `width` processes renders the path at a place of the list. */
export const shareAt = (place: number, width: number): number => Math.floor(place / run) % width

/** Renders one share of the pages, where the command of Astro says `--share 0/2`: the first of two. Every process lists all paths, in the same order. */
export function renderShare(command: string[]): AstroIntegration[] {
  const at = command.indexOf('--share')
  if (at < 0) return []
  const [own, width] = (command[at + 1] ?? '').split('/').map(Number) as [number, number]
  if (!(Number.isInteger(own) && own >= 0 && own < width))
    throw new Error(`--share ${command[at + 1]} is no share: write 0/2 for the first of two.`)
  return [
    {
      name: 'share',
      hooks: {
        'astro:build:start': ({ setPrerenderer }) =>
          setPrerenderer((usual) => ({
            ...usual,
            name: 'share',
            getStaticPaths: async () => (await usual.getStaticPaths()).filter((_, place) => shareAt(place, width) === own),
          })),
      },
    },
  ]
}
