import { fillShelf, listShelf, readShelf } from '../datasets/shelf.ts'
import { markOfCode, readLock } from '../datasets/sources.ts'
import { markOfDatasets } from '../datasets/store.ts'
import type { FileEntry, Publication } from '../model/publication.ts'
import { publishTo } from '../publish/files.ts'
import { hashOf } from '../publish/hash.ts'
import { editionsOf } from '../views/edition.ts'
import { publicationOf } from '../views/publication.ts'
import { catalog, siteLanguages } from './_catalog.ts'
import { held } from './_held.ts'
import { currentVersion } from './_releases.ts'

/** Where the files of the current data lie when they are made. */
export const publishedFolder = '.cache/published'
const rooms = ['model', 'i18n', 'parse', 'views', 'publish', 'pages']

const made = held((): { publication: Publication; mark: string } => {
  const atlas = catalog()
  const publication = publicationOf(atlas, currentVersion(atlas))
  return { publication, mark: hashOf([markOfDatasets('.'), markOfCode('.', rooms, ['package-lock.json']), publication.version].join()) }
})

const filled = held((): Promise<FileEntry[]> => {
  const { publication, mark } = made()
  return fillShelf(publishedFolder, mark, (shelf) =>
    publishTo(shelf, publication, editionsOf(siteLanguages().map(catalog), publication.url), readLock('.')),
  )
})

const listed = held(async (): Promise<FileEntry[]> => listShelf(publishedFolder, made().mark) ?? filled())

/** What this build publishes: the publication, and the list of the files of the current data, which lie on disk. */
export const published = () => ({ publication: made().publication, files: listed() })

/** The same list, when each of the files has been looked at; all are made anew where one is not what it was. */
export const publishedWhole = (): Promise<FileEntry[]> => filled()

/** Bytes of a file → the answer of an endpoint. */
export const respond = ({ bytes, mediaType }: { bytes: Uint8Array; mediaType: string }): Response =>
  new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { 'content-type': mediaType } })

/** A file of the current data → the answer of an endpoint. Throws where it is not what was made. */
export function respondWith(file: FileEntry): Response {
  const bytes = readShelf(publishedFolder, file)
  if (!bytes)
    throw new Error(`${publishedFolder}/${file.path} is not what was made: run \`node scripts/downloads.ts\`, which makes it anew.`)
  return respond({ bytes, mediaType: file.mediaType })
}
