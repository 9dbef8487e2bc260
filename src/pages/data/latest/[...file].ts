import type { FileEntry } from '../../../model/publication.ts'
import { published, respondWith } from '../../_data.ts'

// while the site is edited; a build puts the files beside the pages (scripts/downloads.ts)
export const getStaticPaths = async () =>
  import.meta.env.DEV ? (await published().files).map((file) => ({ params: { file: file.path }, props: { file } })) : []
export const GET = ({ props }: { props: { file: FileEntry } }) => respondWith(props.file)
