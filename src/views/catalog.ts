import { type Lang, type Words, wordsOf } from '../i18n/words.ts'
import type { Atlas } from '../model/atlas.ts'
import type { Alignment, Comparability, Inheritance, Statement } from '../model/compare.ts'
import type { Bilingual, Document } from '../model/document.ts'
import type { Entitlement } from '../model/entitlement.ts'
import type { Coverage, Reference, Responsibility } from '../model/link.ts'
import type { Division, Region } from '../model/place.ts'
import type { Reporting } from '../model/progress.ts'
import type { Provision } from '../model/provision.ts'
import type { Observation } from '../model/series.ts'
import type { Target } from '../model/target.ts'
import { countByRegion } from '../statistics/table.ts'
import { topicTargets } from './figures.ts'
import { formatExcerpt } from './format.ts'

/** The atlas with the look-ups that pages need; made once a build. */
export interface Catalog extends Atlas {
  lang: Lang
  words: Words
  /** What is stored in both languages, in that of the pages. */
  say: (text: Bilingual) => string
  /** Words of a document that stand alone (a figure, a condition, a group), in the language of the pages. */
  phrase: (document: string, zh: string) => string
  /** Figure of a target as the digest of the language writes it. */
  written: (t: Target) => string
  /** Short name of a document. */
  shortName: (document: string) => string
  /** Place of a provision as people write it. */
  clauseName: (provision: string) => string
  /** Heading of a clause, or its first words. */
  clauseTitle: (p: Provision) => string
  heading: (p: Provision) => string | null
  digest: (p: Provision) => string
  documentById: Map<string, Document>
  provisionById: Map<string, Provision>
  targetById: Map<string, Target>
  targetsOf: (provision: string) => Target[]
  entitlementsOf: (provision: string) => Entitlement[]
  responsibilitiesOf: (provision: string) => Responsibility[]
  referencesOf: (provision: string) => Reference[]
  coverageOf: (topic: string) => Coverage[]
  provisionsOf: (document: string) => Provision[]
  /** Clauses that regulate a topic, of all documents or of one, in their order. */
  clausesOn: (topic: string, document?: string) => Provision[]
  /** Documents of a region; those of it and of all below it. */
  documentsOf: (region: string) => Document[]
  documentsWithin: (region: string) => Document[]
  /** A region that the atlas holds, or a division of which it holds nothing. */
  placeOf: (code: string) => Region | Division | undefined
  /** Regions and divisions directly below one. */
  placesIn: (code: string) => (Region | Division)[]
  statementsOn: (topic: string) => Statement[]
  /** Documents that one is compared with. */
  comparedWith: (document: string) => string[]
  topicName: (id: string) => string
  regionName: (code: string) => string
  constructName: (id: string) => string
  /** What has to be said wherever a construct is shown, with its full stop. */
  constructNote: (id: string | null) => string | null
  observationsOf: (region: string) => Observation[]
  observationsOn: (indicator: string) => Observation[]
  observationById: Map<string, Observation>
  /** Indicators with a page of their own: at least three values in one region. */
  pagedIndicators: Set<string>
  reportingOf: (target: string) => Reporting | undefined
  reportingOn: (document: string) => Reporting[]
  populationName: (id: string) => string
  targetsOfTopic: (topic: string) => Set<string>
  familyName: (id: string) => string
  /** Term of art, given in Chinese, in the language of the pages. */
  termName: (zh: string) => string
  /** Force and condition under which a target holds: those of the sentence, where it is the only one of an entitlement. */
  frameOf: (target: Target) => { modality: Target['modality']; condition: string | null }
  alignmentsOf: (provision: string) => Alignment[]
  alignmentsOfPair: (pair: string) => Alignment[]
  comparabilityOf: (target: string) => Comparability[]
  comparabilityOfPair: (pair: string) => Comparability[]
  /** What was measured of the official text of a document. */
  inheritanceOf: (document: string) => Inheritance[]
  asOf: string
  /** Words for the documents that are counted: all that are held, or those of a part. */
  scope: { the: string; read: string }
}

/** Names that the codebook gives, in one language. */
type Names = Pick<
  Catalog,
  'placeOf' | 'placesIn' | 'topicName' | 'regionName' | 'constructName' | 'constructNote' | 'populationName' | 'familyName' | 'termName'
>
/** What can be named, whether it is listed or not. */
type Known = Names &
  Pick<Catalog, 'documentById' | 'provisionById' | 'targetById' | 'comparedWith' | 'pagedIndicators' | 'clauseName' | 'clauseTitle'>

function namesIn(atlas: Atlas, lang: Lang): Names {
  const { format } = wordsOf(lang)
  const say = (text: Bilingual) => text[lang]
  const places = [...atlas.divisions, ...atlas.regions]
  const placeOf = new Map<string, Region | Division>(places.map((r) => [r.code, r]))
  const nameOf = <T extends { id: string; name: Bilingual }>(rows: T[]) => {
    const named = new Map(rows.map((row) => [row.id, say(row.name)]))
    return (id: string) => named.get(id) ?? id
  }
  const regions = new Map(places.map((r) => [r.code, lang === 'zh' ? r.nameZh : r.nameEn]))
  const notes = new Map(atlas.constructs.flatMap((c) => (c.note ? [[c.id, format.sentence(say(c.note))] as const] : [])))
  const terms = new Map(atlas.terms.map((t) => [t.zh, t.en]))
  return {
    placeOf: (code) => placeOf.get(code),
    // regions before divisions, a region not again as the division it is
    placesIn: lookUp([...new Set([...atlas.regions, ...places.map((r) => placeOf.get(r.code) ?? r)])], (r) => r.parent ?? ''),
    topicName: nameOf(atlas.topics),
    regionName: (code) => regions.get(code) ?? code,
    constructName: nameOf(atlas.constructs),
    constructNote: (id) => notes.get(id ?? '') ?? null,
    populationName: nameOf(atlas.populations),
    familyName: nameOf(atlas['agency-families']),
    termName: (zh) => (lang === 'zh' ? zh : (terms.get(zh) ?? zh)),
  }
}

/**
 * Datasets → catalog in one language: every map is built once, so that a page costs what it shows. Where the datasets are part of others, `known` names
 * what is in those.
 */
export function catalogOf(atlas: Atlas, lang: Lang = 'zh', known?: Known): Catalog {
  const words = wordsOf(lang)
  const say = (text: Bilingual) => text[lang]
  const names = known ?? namesIn(atlas, lang)
  const within = documentsByPlace(atlas, names.placeOf)
  const phrases = new Map(lang === 'zh' ? [] : atlas.phrases.map((p) => [`${p.document}${p.at && `/${p.at}`} ${p.zh}`, p.en]))
  const reporting = new Map(atlas.reporting.map((r) => [r.id, r]))
  const frames = new Map(atlas.entitlements.flatMap((e) => (e.targets.length === 1 ? [[e.targets[0] as string, e] as const] : [])))
  const ofTopic = new Map<string, Set<string>>()
  const near = lookUpEither(atlas.pairs, (p) => [p.a, p.b])
  const clauses = clausesByTopic(atlas)
  const observationsOn = lookUp(atlas.observations, (o) => o.indicator)
  const catalog: Catalog = {
    ...atlas,
    lang,
    words,
    say,
    placeOf: names.placeOf,
    placesIn: names.placesIn,
    topicName: names.topicName,
    regionName: names.regionName,
    constructName: names.constructName,
    constructNote: names.constructNote,
    populationName: names.populationName,
    familyName: names.familyName,
    termName: names.termName,
    phrase: (document, zh) => phrases.get(`${document} ${zh}`) ?? zh,
    written: ({ id, provision, document, printed }) =>
      phrases.get(`${id} ${printed}`) ?? phrases.get(`${provision} ${printed}`) ?? catalog.phrase(document, printed),
    shortName: (id) => {
      const d = catalog.documentById.get(id)
      return d ? say(d.short) : id
    },
    clauseName: known?.clauseName ?? remembered((id) => words.format.clause(catalog.provisionById.get(id)?.path ?? '')),
    clauseTitle: known?.clauseTitle ?? remembered((p) => catalog.heading(p) || formatExcerpt(catalog.digest(p), lang === 'zh' ? 24 : 56)),
    heading: (p) => (lang === 'zh' ? p.heading : p.headingEn),
    digest: (p) => (lang === 'zh' ? p.digestZh : p.digestEn),
    documentById: known?.documentById ?? new Map(atlas.documents.map((d) => [d.id, d])),
    provisionById: known?.provisionById ?? new Map(atlas.provisions.map((p) => [p.id, p])),
    targetById: known?.targetById ?? new Map(atlas.targets.map((t) => [t.id, t])),
    targetsOf: lookUp(atlas.targets, (t) => t.provision),
    entitlementsOf: lookUp(atlas.entitlements, (e) => e.provision),
    responsibilitiesOf: lookUp(atlas.responsibilities, (r) => r.provision),
    referencesOf: lookUp(atlas.references, (r) => r.provision),
    coverageOf: lookUp(atlas.coverage, (c) => c.topic),
    provisionsOf: lookUp(atlas.provisions, (p) => p.document),
    clausesOn: (topic, document) => clauses.get(document ? `${topic}/${document}` : topic) ?? [],
    documentsOf: lookUp(atlas.documents, (d) => d.region),
    documentsWithin: (region) => within.get(region) ?? [],
    statementsOn: lookUp(atlas.statements, (s) => s.topic),
    comparedWith: known?.comparedWith ?? ((id) => near(id).map((pair) => (pair.a === id ? pair.b : pair.a))),
    observationsOf: lookUp(atlas.observations, (o) => o.region),
    observationsOn,
    observationById: new Map(atlas.observations.map((o) => [o.id, o])),
    pagedIndicators:
      known?.pagedIndicators ??
      new Set(atlas.indicators.map((i) => i.id).filter((id) => (countByRegion(observationsOn(id))[0]?.count ?? 0) >= leastOfPage)),
    reportingOf: (id) => reporting.get(id),
    reportingOn: lookUp(atlas.reporting, (r) => r.document),
    targetsOfTopic: (topic) => {
      const own = ofTopic.get(topic) ?? topicTargets(topic, catalog)
      ofTopic.set(topic, own)
      return own
    },
    frameOf: (t) => {
      const e = frames.get(t.id)
      return e ? { modality: e.modality, condition: e.conditions } : { modality: t.modality, condition: t.condition }
    },
    alignmentsOf: lookUpEither(atlas.alignments, (a) => [a.a, a.b]),
    alignmentsOfPair: lookUp(atlas.alignments, (a) => pairId(a.documentA, a.documentB)),
    comparabilityOf: lookUpEither(atlas.comparability, (c) => [c.a, c.b]),
    comparabilityOfPair: lookUp(atlas.comparability, (c) => pairId(documentOf(c.a), documentOf(c.b))),
    inheritanceOf: lookUp(atlas.inheritance, (i) => i.from),
    asOf: atlas.site[0]?.asOf ?? '',
    scope: known ? words.parts.scopes.here : words.parts.scopes.all,
  }
  return catalog
}

// values of one region that make a series worth a page
const leastOfPage = 3

// each document under its region and all above it
function documentsByPlace({ documents }: Atlas, placeOf: Catalog['placeOf']): Map<string, Document[]> {
  const found = new Map<string, Document[]>()
  for (const d of documents)
    for (let code: string | null | undefined = d.region; code; code = placeOf(code)?.parent) {
      const open = found.get(code)
      if (open) open.push(d)
      else found.set(code, [d])
    }
  return found
}

// by topic, and by topic and document; rows of an annex are no clauses
function clausesByTopic({ coverage, provisions }: Atlas): Map<string, Provision[]> {
  const byId = new Map(provisions.map((p) => [p.id, p]))
  const found = new Map<string, Provision[]>()
  for (const { id, topic, provisions: ids } of coverage) {
    const own = ids.flatMap((p) => byId.get(p) ?? []).filter((p) => p.level !== 'item' || !p.key.startsWith('annex'))
    found.set(id, own)
    const all = found.get(topic) ?? []
    all.push(...own)
    found.set(topic, all)
  }
  return found
}

// links to a clause stand on many pages: what they say of it is made once
function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const made = known.get(key) ?? make(key)
    known.set(key, made)
    return made
  }
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
