import type { Atlas } from '../model/atlas.ts'
import type { Alignment, Comparability } from '../model/compare.ts'
import type { Document } from '../model/document.ts'
import type { Entitlement } from '../model/entitlement.ts'
import type { Coverage, Reference, Responsibility } from '../model/link.ts'
import type { Reporting } from '../model/progress.ts'
import type { Provision } from '../model/provision.ts'
import type { Observation } from '../model/series.ts'
import type { Target } from '../model/target.ts'
import { topicTargets } from './figures.ts'

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
  observationsOf: (region: string) => Observation[]
  reportingOf: (target: string) => Reporting | undefined
  populationName: (id: string) => string
  targetsOfTopic: (topic: string) => Set<string>
  familyName: (id: string) => string
  /** Force and condition under which a target holds: those of the sentence, where it is the only one of an entitlement. */
  frameOf: (target: Target) => { modality: Target['modality']; condition: string | null }
  alignmentsOf: (provision: string) => Alignment[]
  alignmentsOfPair: (pair: string) => Alignment[]
  comparabilityOf: (target: string) => Comparability[]
  comparabilityOfPair: (pair: string) => Comparability[]
  asOf: string
}

/** Datasets → catalog: every map is built once, so that a page costs what it shows. */
export function catalogOf(atlas: Atlas): Catalog {
  const topics = new Map(atlas.topics.map((t) => [t.id, t.name.zh]))
  const regions = new Map(atlas.regions.map((r) => [r.code, r.nameZh]))
  const constructs = new Map(atlas.constructs.map((c) => [c.id, c.name.zh]))
  const populations = new Map(atlas.populations.map((p) => [p.id, p.name.zh]))
  const reporting = new Map(atlas.reporting.map((r) => [r.id, r]))
  const frames = new Map(atlas.entitlements.flatMap((e) => (e.targets.length === 1 ? [[e.targets[0] as string, e] as const] : [])))
  const families = new Map(atlas['agency-families'].map((f) => [f.id, f.name.zh]))
  const ofTopic = new Map<string, Set<string>>()
  const catalog: Catalog = {
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
    observationsOf: lookUp(atlas.observations, (o) => o.region),
    reportingOf: (id) => reporting.get(id),
    targetsOfTopic: (topic) => {
      const known = ofTopic.get(topic) ?? topicTargets(topic, catalog)
      ofTopic.set(topic, known)
      return known
    },
    populationName: (id) => populations.get(id) ?? id,
    familyName: (id) => families.get(id) ?? id,
    frameOf: (t) => {
      const e = frames.get(t.id)
      return e ? { modality: e.modality, condition: e.conditions } : { modality: t.modality, condition: t.condition }
    },
    alignmentsOf: lookUpEither(atlas.alignments, (a) => [a.a, a.b]),
    alignmentsOfPair: lookUp(atlas.alignments, (a) => pairId(a.documentA, a.documentB)),
    comparabilityOf: lookUpEither(atlas.comparability, (c) => [c.a, c.b]),
    comparabilityOfPair: lookUp(atlas.comparability, (c) => pairId(documentOf(c.a), documentOf(c.b))),
    asOf: atlas.site[0]?.asOf ?? '',
  }
  return catalog
}

function lookUp<T>(rows: T[], keyOf: (row: T) => string): (key: string) => T[] {
  const groups = groupBy(rows, keyOf)
  return (key) => groups.get(key) ?? []
}

function lookUpEither<T>(rows: T[], keysOf: (row: T) => [string, string]): (key: string) => T[] {
  const groups = groupBy(
    rows.flatMap((row) => keysOf(row).map((key) => ({ key, row }))),
    ({ key }) => key,
  )
  return (key) => (groups.get(key) ?? []).map(({ row }) => row)
}

/** `hubei-2023/2.3/1` → `hubei-2023`. */
export const documentOf = (id: string): string => id.split('/')[0] as string

/** Two documents, whatever their order → the id of their pair. */
export const pairId = (a: string, b: string): string => [a, b].sort().join('~')

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
