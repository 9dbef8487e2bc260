import { readLock } from '../datasets/sources.ts'
import type { Edition } from '../model/edition.ts'
import type { Publication, PublishedFile } from '../model/publication.ts'
import { publishedFiles } from '../publish/files.ts'
import { hashOf } from '../publish/hash.ts'
import { editionsOf } from '../views/edition.ts'
import { publicationOf } from '../views/publication.ts'
import { catalog, siteLanguages } from './_catalog.ts'
import { held } from './_held.ts'
import { currentVersion } from './_releases.ts'

const made = held((): { publication: Publication; editions: Edition[]; files: Promise<PublishedFile[]> } => {
  const atlas = catalog()
  const publication = publicationOf(atlas, currentVersion(atlas))
  const editions = editionsOf(siteLanguages().map(catalog), publication.url)
  return { publication, editions, files: publishedFiles(publication, editions, readLock('.')) }
})

/** What this build publishes, made once: the publication, the editions of the documents, the files of the current data. */
export const published = () => made()

/** Bytes of a file → the answer of an endpoint. */
export const respond = ({ bytes, mediaType }: PublishedFile): Response =>
  new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { 'content-type': mediaType } })

const sums = held(() => published().files.then((files) => files.map((f) => ({ ...f, sha256: hashOf(f.bytes) }))))

/** Files of the current data with their checksums, made once. */
export const hashed = () => sums()
