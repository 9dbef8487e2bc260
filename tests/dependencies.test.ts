import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { sbomOf } from '../src/publish/sbom.ts'

const lockText = readFileSync('package-lock.json', 'utf8')
const lock = JSON.parse(lockText) as {
  packages: { [path: string]: { version?: string; license?: string; dev?: boolean; integrity?: string } }
}
const held = Object.entries(lock.packages).filter(([path]) => path !== '')

// licences that let the atlas be used and given on as it is; those of the second list bind changes to the package itself, which we make none of
const free = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Zlib',
  'OFL-1.1',
  'Python-2.0',
  'CC-BY-4.0',
]
const weak = ['MPL-2.0', 'LGPL-3.0-or-later', 'CPAL-1.0']
const allowed = (licence: string) =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => [...free, ...weak].includes(one)))

describe('dependencies', () => {
  it('have licences that let the atlas be given on', () => {
    expect(held.filter(([, p]) => !allowed(p.license ?? '')).map(([path, p]) => `${path}: ${p.license}`)).toEqual([])
    expect(allowed('GPL-3.0-only')).toBe(false)
    expect(allowed('MIT AND AGPL-3.0')).toBe(false)
  })
  it('are pinned by checksum', () => {
    expect(held.filter(([, p]) => !p.integrity).map(([path]) => path)).toEqual([])
  })
  it('are few: what is not needed to build and run is not there', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(Object.keys(dependencies).length).toBeLessThan(32)
  })
  it('have no known fault of high severity, where the registry can be asked', { timeout: 60_000 }, () => {
    const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], { encoding: 'utf8', timeout: 50_000 })
    const answer = JSON.parse(stdout || '{}') as { metadata?: { vulnerabilities: { high: number; critical: number } }; message?: string }
    if (!answer.metadata) return console.log('The registry answers no audit here: known faults are not looked up.')
    const { high, critical } = answer.metadata.vulnerabilities
    expect(high + critical).toBe(0)
  })
})

describe('the bill of materials', () => {
  const bill = sbomOf(lockText) as {
    components: { name: string; version: string; purl: string; 'bom-ref': string; hashes: { content: string }[]; licenses: object[] }[]
    dependencies: { ref: string; dependsOn: string[] }[]
  }
  it('fits the schema of CycloneDX', () => {
    const read = (name: string) =>
      JSON.parse(readFileSync(`node_modules/@cyclonedx/cyclonedx-library/res/schema/${name}.SNAPSHOT.schema.json`, 'utf8'))
    const ajv = new Ajv({ strict: false, validateFormats: true })
    formats.default(ajv)
    for (const name of ['idn-email', 'iri-reference', 'iri']) ajv.addFormat(name, true)
    for (const name of ['spdx', 'jsf-0.82'])
      ajv.addSchema({ ...read(name), $id: `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json` })
    const fits = ajv.compile(read('bom-1.6'))
    expect(fits(bill) ? [] : fits.errors).toEqual([])
    expect(fits({ ...bill, bomFormat: 'another' })).toBe(false)
    expect(fits({ ...bill, components: [{ ...bill.components[0], hashes: [{ alg: 'SHA-512', content: 'x' }] }] })).toBe(false)
  })
  it('names every package of the lock file once, with version, licence and checksum', () => {
    const names = new Set(held.map(([path, p]) => `${path.replace(/^.*node_modules\//, '')}@${p.version}`))
    expect(new Set(bill.components.map((c) => `${c.name}@${c.version}`))).toEqual(names)
    for (const c of bill.components) {
      expect(c.hashes[0]?.content).toMatch(/^[0-9a-f]{64,128}$/)
      expect(c.licenses.length).toBe(1)
    }
  })
  it('says what needs what, and names nothing that is not there', () => {
    const known = new Set(bill.components.map((c) => c['bom-ref']))
    const astro = bill.dependencies.find((d) => d.ref.startsWith('pkg:npm/astro@'))
    expect(astro?.dependsOn.some((ref) => ref.startsWith('pkg:npm/vite@'))).toBe(true)
    for (const { dependsOn } of bill.dependencies) for (const ref of dependsOn) expect(known.has(ref), ref).toBe(true)
  })
  it('is the same whenever it is made', () => expect(JSON.stringify(sbomOf(lockText))).toBe(JSON.stringify(sbomOf(lockText))))
})
