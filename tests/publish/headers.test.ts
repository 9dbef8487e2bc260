import { describe, expect, it } from 'vitest'
import { headerRules, renderCaddy, renderHeadersFile, renderNginx } from '../../src/publish/headers.ts'
import { firstScript, policyOf } from '../../src/views/policy.ts'

const rules = headerRules(['/zh/topics', '/zh/embed', '/zh/explore'], ['2026-11-24'], policyOf)
const of = (path: string) => rules.find((r) => r.path === path)?.headers ?? {}

describe('the headers of the site', () => {
  it('let nothing in but the site itself: no inline style, no script but the one whose hash they name', async () => {
    const policy = of('/zh/topics/*')['Content-Security-Policy'] as string
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/)
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(firstScript))).toString('base64')
    expect(policy).toContain(`'sha256-${digest}'`)
    expect(policy).toContain("require-trusted-types-for 'script'")
  })
  it('let other sites frame the pages made for it, and no others', () => {
    expect(of('/zh/embed/*')['Content-Security-Policy']).toContain('frame-ancestors *')
    expect(of('/zh/embed/*')['X-Frame-Options']).toBe(undefined)
    for (const path of ['/zh/topics/*', '/zh/explore/*']) {
      expect(of(path)['Content-Security-Policy']).toContain("frame-ancestors 'none'")
      expect(of(path)['X-Frame-Options']).toBe('DENY')
    }
  })
  it('keep for a year only what never changes, and let data be read from anywhere', () => {
    expect(of('/_astro/*')['Cache-Control']).toContain('immutable')
    expect(of('/data/2026-11-24/*')).toMatchObject({
      'Cache-Control': expect.stringContaining('immutable'),
      'Access-Control-Allow-Origin': '*',
    })
    expect(of('/data/latest/*')['Cache-Control']).toContain('must-revalidate')
  })
  it('are written for hosts that read _headers, for nginx and for Caddy', () => {
    expect(renderHeadersFile(rules)).toMatch(/^\/\*\n {2}X-Content-Type-Options: nosniff\n/)
    const nginx = renderNginx(rules)
    expect(nginx).toContain('location ^~ /zh/topics/ {')
    expect(nginx.match(/X-Content-Type-Options/g)?.length).toBe(rules.length)
    expect(nginx.match(/[{}]/g)?.length).toBe(2 * rules.length)
    expect(renderCaddy(rules)).toContain('header /zh/embed/* {\n')
  })
})
