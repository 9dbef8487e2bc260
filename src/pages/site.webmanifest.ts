import { fileAddress } from '../views/routes.ts'
import { voiceOf } from './_catalog.ts'

export const GET = () => {
  const { words, routes } = voiceOf('zh')
  const icon = (name: string, size: number) => ({ src: fileAddress(name), sizes: `${size}x${size}`, type: 'image/png' })
  return new Response(
    JSON.stringify({
      name: words.site.name,
      short_name: words.site.name.slice(0, 6),
      description: words.site.tagline,
      lang: 'zh-CN',
      start_url: routes.home(),
      display: 'browser',
      background_color: '#fdfcf9',
      theme_color: '#0f5c5c',
      icons: [icon('touch-icon.png', 180), icon('icon-512.png', 512)],
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  )
}
