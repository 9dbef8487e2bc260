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
  chain: { name: string; href: string }[]
  inside: { name: string; href: string; documents: number }[]
  documents: DocumentHead[]
  targets: TargetProps[]
  series: { name: string; href: string; latest: string }[]
}

/** Region code → its documents, rules, series and its chain upward and downward. A region without documents says so. */
export function regionPage(code: string, catalog: Catalog, words: Words, routes: Routes): RegionPage {
  const region = catalog.regions.find((r) => r.code === code) as Region
  const documents = catalog.documents.filter((d) => d.region === code)
  const series = catalog.indicators.flatMap((i) => {
    const last = catalog.observations
      .filter((o) => o.indicator === i.id && o.region === code)
      .sort((a, b) => (a.period < b.period ? 1 : -1))[0]
    return last
      ? [
          {
            name: i.name.zh,
            href: hasPage(i.id, catalog) ? routes.indicator(i.id) : routes.indicators(),
            latest: `${last.period}年 ${last.status === 'bound' ? '不低于' : ''}${formatMeasure(last.value, i.unit, words)}`,
          },
        ]
      : []
  })
  return {
    code,
    name: region.nameZh,
    level: words.levels[region.level],
    answer:
      documents.length > 0
        ? `已收录${region.nameZh}的${documents.length}份文件。`
        : `尚未收录${region.nameZh}的文件。这不表示当地没有这类文件；欢迎提供，办法见“方法与数据”。`,
    chain: chainOf(region, catalog).map((r) => ({ name: r.nameZh, href: routes.region(r.code) })),
    inside: catalog.regions
      .filter((r) => r.parent === code)
      .map((r) => ({
        name: r.nameZh,
        href: routes.region(r.code),
        documents: catalog.documents.filter((d) => d.region === r.code).length,
      })),
    documents: documents.map((d) => documentHead(d, catalog, words, routes)),
    targets: catalog.targets.filter((t) => documents.some((d) => d.id === t.document)).map((t) => targetProps(t, catalog, words, routes)),
    series,
  }
}

function chainOf(region: Region, catalog: Catalog): Region[] {
  const parent = catalog.regions.find((r) => r.code === region.parent)
  return parent ? [...chainOf(parent, catalog), parent] : []
}

/** The regions held, as a tree in order of code, with the number of documents of each. */
export function regionsPage(catalog: Catalog, words: Words, routes: Routes) {
  return catalog.regions
    .map((r) => ({
      name: r.nameZh,
      code: r.code,
      level: words.levels[r.level],
      depth: chainOf(r, catalog).length,
      href: routes.region(r.code),
      documents: catalog.documents.filter((d) => d.region === r.code).map((d) => d.short.zh),
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}
