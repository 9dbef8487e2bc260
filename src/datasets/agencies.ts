import type { AgencyFamily } from '../model/codebook.ts'
import type { Bilingual } from '../model/document.ts'
import type { Agency, Region } from '../model/place.ts'

/** Finds the family and region of an agency as a document of one region prints it: `市财政局` in Ganzhou → finance@360700. */
export function agencyFinder(families: AgencyFamily[], regions: Region[]): (printed: string, region: string) => Agency | null {
  const rules = families.map(({ id, match }) => ({ id, pattern: new RegExp(match.join('|'), 'u') }))
  const byCode = new Map(regions.map((r) => [r.code, r]))
  const named = regionFinder(regions)
  return (printed, region) => {
    const family = rules.find(({ pattern }) => pattern.test(printed))?.id
    if (!family) return null
    const code = named(printed)?.code ?? regionOf(printed, region, byCode)
    return { id: code ? `${family}@${code}` : family, family, region: code, names: [printed] }
  }
}

/** Name of a family in a month, `2018-08`: of several in use then, the one that fits what is printed; the family's own where none is known. */
export function nameAt({ name, names = [] }: AgencyFamily, printed: string, month: string): Bilingual {
  const used = names.filter((n) => (n.from ?? month) <= month && month <= (n.until ?? month))
  const fits = used.find((n) => n.match && new RegExp(n.match, 'u').test(printed)) ?? used.find((n) => !n.match) ?? used[0]
  return fits?.name ?? name
}

// 省… names the province, 市… the city the document is of; 各县…, X部门 and …处 name no single body of a place
function regionOf(printed: string, region: string, byCode: Map<string, Region>): string | null {
  const chain: Region[] = []
  for (let r = byCode.get(region); r; r = r.parent ? byCode.get(r.parent) : undefined) chain.push(r)
  if (printed.startsWith('省')) return chain.find((r) => r.level === 'province')?.code ?? null
  if (/^市(?!.*各)/.test(printed)) return chain.find((r) => r.nameZh.endsWith('市'))?.code ?? null
  return /处室?$|办$/.test(printed) ? region : null
}

// the first region of the codebook whose name a text begins with
function regionFinder(regions: Region[]): (printed: string) => Region | undefined {
  const places = regions.map((region, order) => ({ region, order })).filter(({ region }) => region.level !== 'nation')
  const byName = new Map(places.map((p) => [p.region.nameZh, p] as const).reverse())
  const lengths = [...new Set(places.map(({ region }) => region.nameZh.length))]
  return (printed) =>
    lengths
      .flatMap((length) => byName.get(printed.slice(0, length)) ?? [])
      .sort((a, b) => a.order - b.order)
      .at(0)?.region
}
