import type { Words } from '../i18n/words.ts'
import type { Region } from '../model/place.ts'
import type { Catalog } from './catalog.ts'
import { type DocumentHead, documentHead } from './document.ts'
import { hasPage } from './indicator.ts'
import { formatMeasure } from './measure.ts'
import type { Routes } from './routes.ts'
import { type TargetProps, targetProps } from './target.ts'

export interface RegionPage {
  code: string
  name: string
  level: string
  answer: string
  missing: boolean
  /** whether the atlas holds anything of it: documents, series, or places below that have some */
  held: boolean
  /** Documents of the places above, which are not those of this place. */
  above: { name: string; href: string }[]
  /** Works that documents of this place and those below cite and the atlas does not hold: the first of them, and how many there are. */
  gapsInAll: number
  gaps: { name: string; by: string; href: string }[]
  chain: { name: string; href: string }[]
  inside: { name: string; href: string; documents: number }[]
  documents: DocumentHead[]
  targets: TargetProps[]
  series: { name: string; href: string; latest: string }[]
}

/** Region code → its documents, rules, series and its chain upward and downward. A region without documents says so. */
export function regionPage(code: string, catalog: Catalog, words: Words, routes: Routes): RegionPage {
  const region = placeOf(code, catalog)
  const name = catalog.regionName(code)
  const documents = catalog.documentsOf(code)
  const series = catalog.indicators.flatMap((i) => {
    const last = catalog
      .observationsOf(code)
      .filter((o) => o.indicator === i.id)
      .sort((a, b) => (a.period < b.period ? 1 : -1))[0]
    return last
      ? [
          {
            name: catalog.say(i.name),
            href: hasPage(i.id, catalog) ? routes.indicator(i.id) : routes.indicators(),
            latest: words.views.region.latest(
              last.period,
              `${last.status === 'bound' ? words.views.indicator.bound : ''}${formatMeasure(last.value, i.unit, words)}`,
            ),
          },
        ]
      : []
  })
  return {
    code,
    name,
    level: words.levels[region.level],
    answer: documents.length > 0 ? words.views.region.held(name, documents.length) : words.views.region.missing(name),
    missing: documents.length === 0,
    held: catalog.regions.some((r) => r.code === code),
    above: chainOf(region, catalog).flatMap((r) =>
      catalog
        .documentsOf(r.code)
        .map((d) => ({ name: words.format.pair(catalog.regionName(r.code), catalog.say(d.title)), href: routes.document(d.id) })),
    ),
    ...gapsOf(code, catalog, routes),
    chain: chainOf(region, catalog).map((r) => ({ name: catalog.regionName(r.code), href: routes.region(r.code) })),
    inside: insideOf(code, catalog).map((r) => ({
      name: catalog.regionName(r.code),
      href: routes.region(r.code),
      documents: catalog.documentsOf(r.code).length,
    })),
    documents: documents.map((d) => documentHead(d, catalog, words, routes)),
    targets: documents
      .flatMap((d) => catalog.provisionsOf(d.id))
      .flatMap((p) => catalog.targetsOf(p.id))
      .map((t) => targetProps(t, catalog, words, routes)),
    series,
  }
}

/** So many works that are not held stand on the page of a region. */
const mostGaps = 60

// works that documents of a place and of places within it cite and that are not held; where they are many, the first, and how many there are
function gapsOf(code: string, catalog: Catalog, routes: Routes): Pick<RegionPage, 'gaps' | 'gapsInAll'> {
  const all = catalog
    .documentsWithin(code)
    .flatMap((d) => catalog.provisionsOf(d.id))
    .flatMap((p) => catalog.referencesOf(p.id))
    .filter((r) => r.resolved === null)
  const gaps = all.slice(0, mostGaps).map((r) => ({
    name: catalog.phrase(r.document, r.printed),
    by: catalog.shortName(r.document),
    href: routes.provision(r.provision),
  }))
  return { gaps, gapsInAll: all.length }
}

type Place = Pick<Region, 'code' | 'level' | 'parent'>

// a region that the atlas holds, or a division of which it holds nothing
function placeOf(code: string, catalog: Catalog): Place {
  return catalog.placeOf(code) as Place
}

function chainOf(region: Place, catalog: Catalog): Place[] {
  const parent = region.parent ? placeOf(region.parent, catalog) : undefined
  return parent ? [...chainOf(parent, catalog), parent] : []
}

function insideOf(code: string, catalog: Catalog): Place[] {
  return catalog.placesIn(code)
}

/** Codes that have a page: regions with anything in the atlas, and every other division that is known by name. */
export function regionCodes(catalog: Catalog): string[] {
  return [...new Set([...catalog.regions, ...catalog.divisions].map((r) => r.code))].sort()
}

/** The regions held, as a tree in order of code, with the documents of each; and every division that is known, by province. */
export function regionsPage(catalog: Catalog, words: Words, routes: Routes) {
  const rowOf = (r: Place) => ({
    name: catalog.regionName(r.code),
    code: r.code,
    level: words.levels[r.level],
    depth: chainOf(r, catalog).length,
    href: routes.region(r.code),
    documents: catalog.documentsOf(r.code).map((d) => catalog.say(d.short)),
  })
  const provinces = insideOf('100000', catalog).map((p) => {
    const below = insideOf(p.code, catalog)
    const within = catalog.documents.filter((d) => d.region.startsWith(p.code.slice(0, 2))).map((d) => catalog.say(d.short))
    return { ...rowOf(p), documents: within, inside: below.map((c) => ({ ...rowOf(c), inside: insideOf(c.code, catalog).map(rowOf) })) }
  })
  return {
    held: catalog.regions.map(rowOf).sort((a, b) => (a.code < b.code ? -1 : 1)),
    provinces: provinces.sort((a, b) => (a.code < b.code ? -1 : 1)),
  }
}
