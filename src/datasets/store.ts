import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Atlas, type DatasetName, datasets } from '../model/atlas.ts'
import { formatTable } from '../parse/table.ts'
import { lockFolder } from './lock.ts'
import { finishBeside, recoverFolder, startBeside } from './swap.ts'

const names = Object.keys(datasets) as DatasetName[]

/** Datasets while they are written, beside those that stand. */
export interface DatasetWriter {
  /** adds lines of records, as `linesOf` makes them */
  put(name: DatasetName, lines: string | Uint8Array): void
  /** puts what was written in the place of what stands */
  finish(): void
  /** leaves what stands, and lets others write */
  abandon(): void
}

const most = 1 << 20
const between = Buffer.from(',\n')

/**
 * Opens every dataset for writing beside the old folder, which is replaced only when all are finished: files with stable bytes, all or none. Throws
 * where another process is writing them.
 */
export function openDatasets(root: string): DatasetWriter {
  const folder = join(root, 'data/datasets')
  const free = lockFolder(folder)
  const files = new Map<DatasetName, { at: number; held: Uint8Array[]; size: number; any: boolean }>()
  const flush = (name: DatasetName) => {
    const file = files.get(name)
    if (!file) return
    writeFileSync(file.at, Buffer.concat(file.held))
    Object.assign(file, { held: [], size: 0 })
  }
  const close = () => {
    for (const { at } of files.values()) closeSync(at)
    files.clear()
  }
  try {
    const fresh = startBeside(folder)
    for (const name of names)
      files.set(name, { at: openSync(join(fresh, `${name}.json`), 'w'), held: [Buffer.from('[\n')], size: 0, any: false })
  } catch (cause) {
    close()
    free()
    throw cause
  }
  return {
    put(name, lines) {
      const file = files.get(name)
      if (!file || lines.length === 0) return
      if (file.any) file.held.push(between)
      file.held.push(typeof lines === 'string' ? Buffer.from(lines) : lines)
      file.size += lines.length
      file.any = true
      if (file.size > most) flush(name)
    },
    finish() {
      for (const name of names) {
        files.get(name)?.held.push(Buffer.from('\n]\n'))
        flush(name)
      }
      close()
      finishBeside(folder)
      free()
    },
    abandon() {
      close()
      free()
    },
  }
}

/** Records → lines of their dataset, one record a line, so that a change shows as the lines it touches. */
export const linesOf = (rows: unknown[]): string => rows.map((row) => JSON.stringify(row)).join(',\n')
/** Lines → records. */
export const recordsOf = <T>(lines: string): T[] => JSON.parse(`[${lines}]`) as T[]

/** All datasets at once → their files. */
export function writeDatasets(atlas: Atlas, root: string): void {
  const writer = openDatasets(root)
  try {
    for (const name of names) writer.put(name, linesOf(atlas[name]))
    writer.finish()
  } catch (cause) {
    writer.abandon()
    throw cause
  }
}

/** Checksum of the datasets that stand. */
export function markOfDatasets(root: string): string {
  recoverFolder(join(root, 'data/datasets'))
  const hash = createHash('sha256')
  for (const name of names) hash.update(`${name}\n`).update(readFileSync(join(root, 'data/datasets', `${name}.json`)))
  return hash.digest('hex')
}

/** What tells the datasets that stand from those that stood before: changes whenever they are swapped. */
export function stampOf(root: string): string {
  // for a moment, while they are swapped, there are none
  const found = statSync(join(root, 'data/datasets'), { throwIfNoEntry: false })
  return found ? `${found.ino} ${found.mtimeMs}` : ''
}

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
