import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Atlas, type DatasetName, datasets } from '../model/atlas.ts'
import { formatTable } from '../parse/table.ts'
import { finishBeside, lockFolder, recoverFolder, startBeside } from './swap.ts'

const names = Object.keys(datasets) as DatasetName[]

/**
 * Datasets → files with stable bytes, all or none: written beside the old folder, which is replaced only when every file is there. Throws where
 * another process is writing them.
 */
export function writeDatasets(atlas: Atlas, root: string): void {
  const folder = join(root, 'data/datasets')
  const free = lockFolder(folder)
  try {
    const fresh = startBeside(folder)
    for (const name of names) writeFileSync(join(fresh, `${name}.json`), renderDataset(atlas[name]))
    finishBeside(folder)
  } finally {
    free()
  }
}

/** One record a line, so that a change shows as the lines it touches. */
export const renderDataset = (rows: unknown[]): string => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`

/** Reads what `npm run data` wrote, each row by its schema; throws where a file is missing or does not fit. */
export function readDatasets(root: string): Atlas {
  recoverFolder(join(root, 'data/datasets'))
  const read = (name: DatasetName) => {
    const file = join(root, 'data/datasets', `${name}.json`)
    if (!existsSync(file)) throw new Error(`${file} is missing. Run npm run data first.`)
    return z.array(datasets[name] as z.ZodType).parse(JSON.parse(readFileSync(file, 'utf8')))
  }
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Atlas
}

/** Rows of words and numbers under a head, as a table for a spreadsheet. */
export const renderRows = (head: string[], rows: (string | number)[][]): string =>
  formatTable(rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? '']))))

/** Published values of one indicator as a table for a spreadsheet, with the unit and the names of the regions. */
export function renderObservations(indicator: string, { observations, indicators, regions }: Atlas): string {
  const unit = indicators.find((i) => i.id === indicator)?.unit ?? ''
  const names = new Map(regions.map((r) => [r.code, r.nameZh]))
  return formatTable(
    observations
      .filter((o) => o.indicator === indicator)
      .map(({ indicator: id, region, period, value, ...rest }) => {
        const { printed, status, grade, sourceTitle, sourcePublisher, sourceDate, sourceUrl, note } = rest
        const source = { grade, sourceTitle, sourcePublisher, sourceDate, sourceUrl, note }
        return { indicator: id, region, regionName: names.get(region) ?? '', period, value, unit, printed, status, ...source }
      }),
  )
}
