import { type ChartEntry, chartEntries } from '../views/charts.ts'
import { siteLanguages, voiceOf } from './_catalog.ts'

const held = new Map<string, ChartEntry[]>()

/** Every chart in one language, prepared once. */
export function charts(lang: string | undefined): ChartEntry[] {
  const { lang: known, atlas, words, routes } = voiceOf(lang)
  const all = held.get(known) ?? chartEntries(atlas, words, routes)
  held.set(known, all)
  return all
}

/** Static paths of something made for every chart in every language. */
export const chartPaths = () => siteLanguages().flatMap((lang) => charts(lang).map(({ id }) => ({ params: { lang, chart: id } })))

export const chartOf = (params: { lang?: string | undefined; chart?: string | undefined }): ChartEntry =>
  charts(params.lang).find(({ id }) => id === params.chart) as ChartEntry
