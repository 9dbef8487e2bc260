import type { Atlas } from '../model/atlas.ts'
import type { Document } from '../model/document.ts'
import type { Entitlement } from '../model/entitlement.ts'
import type { Coverage, Reference, Responsibility } from '../model/link.ts'
import type { Provision } from '../model/provision.ts'
import type { Target } from '../model/target.ts'

/** The atlas with the look-ups that pages need; made once a build. */
export interface Catalog extends Atlas {
  documentById: Map<string, Document>
  provisionById: Map<string, Provision>
  targetById: Map<string, Target>
  targetsOf: (provision: string) => Target[]
  entitlementsOf: (provision: string) => Entitlement[]
  responsibilitiesOf: (provision: string) => Responsibility[]
  referencesOf: (provision: string) => Reference[]
  coverageOf: (topic: string) => Coverage[]
  provisionsOf: (document: string) => Provision[]
  topicName: (id: string) => string
  regionName: (code: string) => string
  constructName: (id: string) => string
  asOf: string
}

/** Datasets → catalog: every map is built once, so that a page costs what it shows. */
export function catalogOf(atlas: Atlas): Catalog {
  const topics = new Map(atlas.topics.map((t) => [t.id, t.name.zh]))
  const regions = new Map(atlas.regions.map((r) => [r.code, r.nameZh]))
  const constructs = new Map(atlas.constructs.map((c) => [c.id, c.name.zh]))
  return {
    ...atlas,
    documentById: new Map(atlas.documents.map((d) => [d.id, d])),
    provisionById: new Map(atlas.provisions.map((p) => [p.id, p])),
    targetById: new Map(atlas.targets.map((t) => [t.id, t])),
    targetsOf: lookUp(atlas.targets, (t) => t.provision),
    entitlementsOf: lookUp(atlas.entitlements, (e) => e.provision),
    responsibilitiesOf: lookUp(atlas.responsibilities, (r) => r.provision),
    referencesOf: lookUp(atlas.references, (r) => r.provision),
    coverageOf: lookUp(atlas.coverage, (c) => c.topic),
    provisionsOf: lookUp(atlas.provisions, (p) => p.document),
    topicName: (id) => topics.get(id) ?? id,
    regionName: (code) => regions.get(code) ?? code,
    constructName: (id) => constructs.get(id) ?? id,
    asOf: atlas.site[0]?.asOf ?? '',
  }
}

function lookUp<T>(rows: T[], keyOf: (row: T) => string): (key: string) => T[] {
  const groups = groupBy(rows, keyOf)
  return (key) => groups.get(key) ?? []
}

export function groupBy<T>(rows: T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const open = groups.get(key)
    if (open) open.push(row)
    else groups.set(key, [row])
  }
  return groups
}
