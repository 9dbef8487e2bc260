import { posix } from 'node:path'

/** Address within the site, as seen from a page of it → the same relative to that page, so that it can be followed without a server. */
export function relativeAddress(address: string, page: string, base: string): string {
  if (!address.startsWith('/') || address.startsWith('//')) return address
  const [path = '', tail = ''] = address.split(/(?=[?#])(.*)/s)
  const inside = decodeURIComponent(path.startsWith(`${base}/`) ? path.slice(base.length) : path)
  const file = inside.endsWith('/') ? `${inside}index.html` : inside
  const from = posix.dirname(`/${page}`)
  return encodeURI(posix.relative(from, file) || posix.basename(file)) + tail
}

/** A script of a page: the name of the file it is in, or its own code. */
export interface PageScript {
  src: string | null
  code: string
}

/**
 * Page → the same with relative addresses and its module scripts as classic ones, whose names `scriptOf` gives. Modules and absolute addresses
 * are what a browser refuses or misses when a folder is opened from the disk.
 */
export function makePortable(html: string, page: string, base: string, scriptOf: (script: PageScript) => string): string {
  const relative = (address: string) => relativeAddress(address.replaceAll('&amp;', '&'), page, base)
  return html
    .replace(/<script type="module"(?: src="([^"]*)")?>([\s\S]*?)<\/script>/g, (_, src: string | undefined, code: string) => {
      const name = scriptOf({ src: src ?? null, code })
      return `<script defer src="${relative(`${base}/${name}`)}"></script>`
    })
    .replace(
      /(\s(?:href|src|action|data-address|data-index|data-held|data-known|data-page)=")(\/[^"]*)"/g,
      (_, head: string, address: string) => {
        return `${head}${relative(address)}"`
      },
    )
    .replace(/(http-equiv="refresh" content="0; url=)(\/[^"]*)"/g, (_, head: string, address: string) => `${head}${relative(address)}"`)
}
