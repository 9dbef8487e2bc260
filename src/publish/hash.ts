import { createHash } from 'node:crypto'

/** Bytes → their SHA-256 in hexadecimal. */
export const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')
