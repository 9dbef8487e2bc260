import icon from '../../public/favicon.svg?raw'
import { renderIcon } from '../charts/raster.ts'

export const GET = async () => new Response(await renderIcon(icon, 180), { headers: { 'content-type': 'image/png' } })
