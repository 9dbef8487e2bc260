import type { FileEntry } from '../../../model/publication.ts'
import { published, respondWith } from '../../_data.ts'

export const getStaticPaths = async () => (await published().files).map((file) => ({ params: { file: file.path }, props: { file } }))
export const GET = ({ props }: { props: { file: FileEntry } }) => respondWith(props.file)
