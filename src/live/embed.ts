import { startTips } from './tips.ts'

/** A chart inside another page: tells that page its height, so that the frame can fit. */
export function startEmbed(page: Document): void {
  startTips(page)
  const tell = () => window.parent.postMessage({ type: 'atlas-height', height: page.documentElement.scrollHeight }, '*')
  window.addEventListener('load', tell)
  window.addEventListener('resize', tell)
  // a page of the same site can be fitted from within
  try {
    const frame = window.frameElement as HTMLIFrameElement | null
    if (frame) frame.style.height = `${page.documentElement.scrollHeight}px`
  } catch {
    // another site: it listens for the message
  }
}
