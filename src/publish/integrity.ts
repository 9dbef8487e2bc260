import { createHash } from 'node:crypto'

/** Bytes → what a page says of them: `sha384-…`. */
export const integrityOf = (bytes: Uint8Array): string => `sha384-${createHash('sha384').update(bytes).digest('base64')}`

const script = /<script type="module" src="([^"]+)"(?! integrity)>/g

/**
 * Page → the page whose scripts are named with their checksum, so that a browser runs no other. `bytesOf` gives the bytes at an address; throws where
 * there are none.
 */
export const sealScripts = (html: string, bytesOf: (address: string) => Uint8Array): string =>
  html.replace(script, (_, src: string) => `<script type="module" src="${src}" integrity="${integrityOf(bytesOf(src))}">`)
