import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'

/** What stands in frozen pages for the folder of the host, until they are unpacked: the base that the pages of a release are built with. */
export const anyBase = '/__atlas__'

/** Files of a built site, texts by path. */
export type Pages = Map<string, string>

// scripts and data that pages load, and the pages; drawings, pictures and downloads stay with the living site
const kept = /^(?:(?:zh|en)\/.*\.html|_astro\/.*\.\w+|favicon\.svg|data\/(?:search|compare|clauses|explore)\/.*\.json)$/

/** Whether a file of a built site is kept with a release. */
export const isKept = (path: string): boolean => kept.test(path)

/**
 * Pages built under `anyBase`/release → the pages as they are kept: data come from the release, links to what is not kept lead to the living
 * site, search engines stay away, and a line on top says what this is (`noteOf` the address of the living page).
 */
export function freezePages(built: Pages, release: string, noteOf: (path: string, living: string) => string): Pages {
  const root = `${anyBase}/${release}/`
  const address = new RegExp(`(["'(])${root}([^"'()\\s?#]*)`, 'g')
  const fileAt = (path: string) => (path === '' || path.endsWith('/') ? `${path}index.html` : path)
  const rebase = (text: string) =>
    text.replace(address, (whole, open: string, path: string) => {
      if (path.startsWith('data/latest/')) return `${open}${anyBase}/data/${release}/${path.slice('data/latest/'.length)}`
      // an address that a script completes ends in a slash
      return built.has(fileAt(path)) || /^data\/.*(?:\/|\{name\}\.json)$/.test(path) ? whole : `${open}${anyBase}/${path}`
    })
  return new Map(
    [...built].map(([path, text]) => {
      if (!/\.(?:html|js|css)$/.test(path)) return [path, text]
      const own = rebase(text)
      if (!path.endsWith('.html')) return [path, own]
      const living = `${anyBase}/${path.replace(/index\.html$/, '')}`
      return [
        path,
        own
          // scripts are kept with addresses of their own: what the living ones weighed in no longer holds
          .replace(/ integrity="sha384-[^"]+"/g, '')
          .replace('<meta charset="utf-8">', '<meta charset="utf-8"><meta name="robots" content="noindex">')
          .replace(/(<main[^>]*>)/, (main) => `${main}${noteOf(path, living)}`),
      ]
    }),
  )
}

/** Pages → one archive, in which what they have in common is kept once. */
export const packPages = (pages: Pages): Uint8Array =>
  new Uint8Array(
    zstdCompressSync(Buffer.from(JSON.stringify([...pages].sort(([a], [b]) => (a < b ? -1 : 1)))), {
      params: {
        [constants.ZSTD_c_compressionLevel]: 19,
        [constants.ZSTD_c_windowLog]: 27,
        [constants.ZSTD_c_enableLongDistanceMatching]: 1,
      },
    }),
  )

/** Archive → its pages for a site in a folder of its host; '' for the root. */
export function unpackPages(archive: Uint8Array, base: string): Pages {
  const text = zstdDecompressSync(archive, { params: { [constants.ZSTD_d_windowLogMax]: 27 } }).toString('utf8')
  return new Map(JSON.parse(text.replaceAll(anyBase, base)) as [string, string][])
}
