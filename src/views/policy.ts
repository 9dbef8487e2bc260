import { createHash } from 'node:crypto'

/** What runs before the first paint of every page: the display that the reader chose, and whether the address asks for something. */
export const firstScript =
  "document.documentElement.setAttribute('data-script','');var d=document.documentElement;/[?&][dq]=./.test(location.search)&&d.setAttribute('data-q','');try{var s=localStorage;['theme','size'].forEach(function(k){var v=s.getItem(k);if(v)d.setAttribute('data-'+k,v)})}catch(e){}"

const hashOfFirst = `'sha256-${createHash('sha256').update(firstScript).digest('base64')}'`

/**
 * Content-Security-Policy of a page: everything from the site itself, the one script within the page by its hash, no style within it, no markup
 * made from texts. `evaluates` is for the page of explorations alone, whose library makes functions of expressions: its scripts may be made from
 * texts (explore/page.ts lets them), markup may not.
 */
export function policyOf(page: 'usual' | 'evaluates'): string {
  const usual = page === 'usual'
  return [
    "default-src 'none'",
    `script-src 'self' ${hashOfFirst}${usual ? '' : " 'unsafe-eval'"}`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${usual ? "'none'" : 'default'}`,
  ].join('; ')
}
