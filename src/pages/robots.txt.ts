import type { APIContext } from 'astro'
import { fileAddress } from '../views/routes.ts'

export const GET = ({ site }: APIContext) =>
  new Response(`User-agent: *\nAllow: /\n${site ? `Sitemap: ${new URL(fileAddress('sitemap.xml'), site).href}\n` : ''}`)
