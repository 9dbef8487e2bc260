import type { PublishedFile } from '../../../model/publication.ts'
import { published, respond } from '../../_data.ts'

export const getStaticPaths = async () => (await published().files).map((file) => ({ params: { file: file.path }, props: { file } }))
export const GET = ({ props }: { props: { file: PublishedFile } }) => respond(props.file)
