import type { PublishedFile } from '../../../model/publication.ts'
import { respond } from '../../_data.ts'
import { documentFiles } from '../../_documents.ts'

export const getStaticPaths = async () =>
  (await documentFiles(import.meta.env.SITE)).map(({ lang, path, ...file }) => ({
    params: { lang, file: path },
    props: { file: { path, ...file } },
  }))
export const GET = ({ props }: { props: { file: PublishedFile } }) => respond(props.file)
