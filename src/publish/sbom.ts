interface Locked {
  name?: string
  version?: string
  license?: string
  integrity?: string
  dev?: boolean
  link?: boolean
  dependencies?: { [name: string]: string }
  optionalDependencies?: { [name: string]: string }
}
interface Lock {
  name: string
  version: string
  packages: { [path: string]: Locked }
}

const nameAt = (path: string) => path.replace(/^.*node_modules\//, '')
const purlOf = (name: string, version: string) => `pkg:npm/${name.replace('@', '%40')}@${version}`
const isExpression = (licence: string) => /\b(?:OR|AND|WITH)\b/.test(licence)

// the checksum of the lock file in the form of the bill: `sha512-…` in base64 → hexadecimal
function hashesOf(integrity: string | undefined) {
  const found = /^sha(512|384|256)-(.+)$/.exec(integrity ?? '')
  return found ? [{ alg: `SHA-${found[1]}`, content: Buffer.from(found[2] as string, 'base64').toString('hex') }] : []
}

/** Text of package-lock.json → a software bill of materials, CycloneDX 1.6: every package with version, licence, checksum, and what needs it. No clock. */
export function sbomOf(lockText: string): object {
  const { name, version, packages } = JSON.parse(lockText) as Lock
  const paths = Object.keys(packages).filter((path) => path !== '' && !packages[path]?.link)
  const refOf = (path: string) => (path === '' ? purlOf(name, version) : purlOf(nameAt(path), packages[path]?.version ?? ''))
  // a package is looked for beside what needs it, then further up
  const find = (from: string, wanted: string): string | null => {
    for (let at = from; ; at = at.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/, '')) {
      const path = `${at === '' ? '' : `${at}/`}node_modules/${wanted}`
      if (packages[path]) return path
      if (at === '') return null
    }
  }
  const components = new Map<string, object>()
  const needs = new Map<string, Set<string>>()
  for (const path of ['', ...paths]) {
    const own = packages[path] as Locked
    const ref = refOf(path)
    const wanted = Object.keys({ ...own.dependencies, ...own.optionalDependencies })
    const open = needs.get(ref) ?? new Set()
    for (const found of wanted.flatMap((w) => find(path, w) ?? [])) open.add(refOf(found))
    needs.set(ref, open)
    if (path === '') continue
    const licence = own.license ?? 'NOASSERTION'
    components.set(ref, {
      type: 'library',
      'bom-ref': ref,
      name: nameAt(path),
      version: own.version,
      scope: own.dev ? 'excluded' : 'required',
      hashes: hashesOf(own.integrity),
      licenses: [isExpression(licence) ? { expression: licence } : { license: { name: licence } }],
      purl: ref,
    })
  }
  const sorted = <T>(map: Map<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': refOf(''), name, version } },
    components: sorted(components).map(([, component]) => component),
    dependencies: sorted(needs).map(([ref, own]) => ({ ref, dependsOn: [...own].sort() })),
  }
}
