import { apiFiles } from '../../_api.ts'

export const getStaticPaths = () => [...apiFiles()].map(([path, text]) => ({ params: { path }, props: { text } }))
export const GET = ({ props }: { props: { text: string } }) => new Response(props.text, { headers: { 'content-type': 'application/json' } })
