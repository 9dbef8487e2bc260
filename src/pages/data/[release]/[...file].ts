import { mediaTypes } from '../../../publish/files.ts'
import { respond } from '../../_data.ts'
import { releaseFiles, releases } from '../../_releases.ts'

export const getStaticPaths = () =>
  releases().flatMap((m) => [
    ...m.files.map(({ path }) => ({ params: { release: m.release, file: path } })),
    { params: { release: m.release, file: 'manifest.json' } },
  ])

export const GET = ({ params: { release, file } }: { params: { release: string; file: string } }) => {
  const manifest = releases().find((m) => m.release === release)
  if (file === 'manifest.json') return new Response(`${JSON.stringify(manifest, null, 1)}\n`)
  const mediaType = mediaTypes[file.split('.').at(-1) as string] ?? 'text/plain'
  return respond({ bytes: releaseFiles(release).get(file) as Uint8Array, mediaType })
}
