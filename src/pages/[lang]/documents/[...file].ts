import { documentFile, documentPaths } from '../../_documents.ts'

export const getStaticPaths = documentPaths
export const GET = ({ params: { lang, file } }: { params: { lang: 'zh' | 'en'; file: string } }) =>
  documentFile(lang, file, import.meta.env.SITE)
