/** Addresses of one kind, and the headers they are served with; a path ends in `*` where it stands for all below it. */
export interface HeaderRule {
  path: string
  headers: { [name: string]: string }
}

const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
}
const year = 31_536_000
const forever = { 'Cache-Control': `public, max-age=${year}, immutable` }
const checked = { 'Cache-Control': 'public, max-age=0, must-revalidate' }
const open = { 'Access-Control-Allow-Origin': '*' }

/**
 * Folders of pages (`/zh/topics`) and releases → the headers of a site. Pages are framed by nobody, but for those made to be embedded; what is
 * named by its content, and releases, may be kept for a year; data may be read from other sites.
 */
export function headerRules(folders: string[], releases: string[], policyOf: (page: 'usual' | 'evaluates') => string): HeaderRule[] {
  const languages = [...new Set(folders.map((folder) => folder.split('/')[1] as string))]
  const policy = (folder: string) => {
    const embedded = /\/embed$/.test(folder)
    const own = policyOf(/\/explore$/.test(folder) ? 'evaluates' : 'usual')
    return {
      'Content-Security-Policy': `${own}; frame-ancestors ${embedded ? '*' : "'none'"}`,
      ...(embedded ? {} : { 'X-Frame-Options': 'DENY' }),
    }
  }
  return [
    { path: '/*', headers: everywhere },
    ...['/', '/404.html', ...languages.map((l) => `/${l}/`)].map((path) => ({ path, headers: { ...checked, ...policy(path) } })),
    ...folders.map((folder) => ({ path: `${folder}/*`, headers: { ...checked, ...policy(folder) } })),
    { path: '/_astro/*', headers: forever },
    ...releases.map((release) => ({ path: `/data/${release}/*`, headers: { ...forever, ...open } })),
    ...['/data/latest/*', '/api/*'].map((path) => ({ path, headers: { ...checked, ...open } })),
  ]
}

/** Rules → the `_headers` file that Netlify, Cloudflare Pages and others read. */
export const renderHeadersFile = (rules: HeaderRule[]): string =>
  rules
    .map(({ path, headers }) => [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'))
    .join('\n\n')
    .concat('\n')

/** Rules → locations of an nginx server; a location says all of its headers, as nginx takes over none; a folder is asked for by its index. */
export function renderNginx(rules: HeaderRule[]): string {
  const common = rules[0]?.headers ?? {}
  const lines = (headers: HeaderRule['headers']) =>
    Object.entries(headers).map(([name, value]) => `    add_header ${name} "${value}" always;`)
  return rules
    .map(({ path, headers }, i) => {
      const place =
        i === 0
          ? 'location /'
          : path.endsWith('*')
            ? `location ^~ ${path.slice(0, -1)}`
            : `location = ${path.replace(/\/$/, '/index.html')}`
      return [`${place} {`, ...lines({ ...common, ...headers }), '}'].join('\n')
    })
    .concat('error_page 404 /404.html;')
    .join('\n')
    .concat('\n')
}

/** Rules → header directives of a Caddyfile. */
export const renderCaddy = (rules: HeaderRule[]): string =>
  rules
    .map(({ path, headers }) =>
      [`header ${path} {`, ...Object.entries(headers).map(([name, value]) => `\t${name} "${value}"`), '}'].join('\n'),
    )
    .join('\n')
    .concat('\n')
