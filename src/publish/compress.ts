import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib'

/** Endings of files that get smaller: the others are compressed already. */
export const isText = (path: string): boolean =>
  /\.(?:html|css|js|json|jsonld|ndjson|svg|xml|csv|md|txt|webmanifest|akn|ipynb|cff|sqlite)$/.test(path)

/** Files below this size fit into one packet as they are. */
export const leastSize = 1400

/** Compressed forms by the ending that static hosts look for. */
export const encodings: { [ending: string]: (bytes: Uint8Array) => Uint8Array } = {
  gz: (bytes) => gzipSync(bytes, { level: 9 }),
  br: (bytes) =>
    brotliCompressSync(bytes, {
      params: {
        // the best takes ten times as long for five percent
        [constants.BROTLI_PARAM_QUALITY]: bytes.length < 100_000 ? 8 : 6,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  zst: (bytes) => zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: bytes.length < 1_000_000 ? 12 : 9 } }),
}
