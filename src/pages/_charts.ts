import { type ChartEntry, chartEntries } from '../views/charts.ts'
import { frontOf, siteLanguages, voiceOf } from './_catalog.ts'
import { held } from './_held.ts'

const all = held((lang: string | undefined) => {
  const { atlas, words, routes } = voiceOf(lang)
  return chartEntries(frontOf(lang), atlas, words, routes)
})

/** Every chart in one language, prepared once. */
export const charts = (lang: string | undefined): ChartEntry[] => all(lang)

/** Static paths of something made for every chart in every language. */
export const chartPaths = () => siteLanguages().flatMap((lang) => charts(lang).map(({ id }) => ({ params: { lang, chart: id } })))

export const chartOf = (params: { lang?: string | undefined; chart?: string | undefined }): ChartEntry =>
  charts(params.lang).find(({ id }) => id === params.chart) as ChartEntry
