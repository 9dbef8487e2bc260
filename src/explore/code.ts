import type { Exploration, Filter } from '../model/exploration.ts'

/** Languages that an exploration is written out in. */
export const languages = ['python', 'r', 'javascript'] as const
export type CodeLanguage = (typeof languages)[number]

const text = (value: string) => JSON.stringify(value)
const signs = { lt: '<', le: '<=', gt: '>', ge: '>=' } as const
const isOrder = (op: Filter['op']): op is keyof typeof signs => op in signs
const number = (value: string) => String(Number(value))

const conditions: { [L in CodeLanguage]: (f: Filter) => string } = {
  python: ({ column, op, value }) => {
    const cell = `d[${text(column)}]`
    if (isOrder(op)) return `pd.to_numeric(${cell}, errors="coerce") ${signs[op]} ${number(value)}`
    if (op === 'has') return `${cell}.str.contains(${text(value)}, regex=False)`
    return `${cell} ${op === 'ne' || op === 'filled' ? '!=' : '=='} ${op === 'empty' || op === 'filled' ? '""' : text(value)}`
  },
  r: ({ column, op, value }) => {
    const cell = `d[[${text(column)}]]`
    if (isOrder(op)) return `which(suppressWarnings(as.numeric(${cell})) ${signs[op]} ${number(value)})`
    if (op === 'has') return `grepl(${text(value)}, ${cell}, fixed = TRUE)`
    return `${cell} ${op === 'ne' || op === 'filled' ? '!=' : '=='} ${op === 'empty' || op === 'filled' ? '""' : text(value)}`
  },
  javascript: ({ column, op, value }) => {
    const cell = `d[${text(column)}]`
    if (isOrder(op)) return `${cell} !== "" && Number(${cell}) ${signs[op]} ${number(value)}`
    if (op === 'has') return `${cell}.includes(${text(value)})`
    return `${cell} ${op === 'ne' || op === 'filled' ? '!==' : '==='} ${op === 'empty' || op === 'filled' ? '""' : text(value)}`
  },
}

/** Exploration of the CSV file at an address → code that prints the same values: `group,across,value`, sorted by group. */
export function renderCode(state: Exploration, csv: string, language: CodeLanguage): string {
  return { python, r, javascript }[language](state, csv).join('\n')
}

function python({ filters, group, across, measure, of, derive }: Exploration, csv: string): string[] {
  const keys = across ? [group, across] : [group]
  const by = `[${keys.map(text).join(', ')}]`
  const before = across ? `.groupby(${text(across)})` : ''
  return [
    'import pandas as pd',
    `d = pd.read_csv(${text(csv)}, dtype=str, keep_default_na=False)`,
    ...filters.map((f) => `d = d[${conditions.python(f)}]`),
    ...(measure === 'count'
      ? [`r = d.groupby(${by}).size()`]
      : [
          `d = d.assign(__value=pd.to_numeric(d[${text(of)}], errors="coerce")).dropna(subset="__value")`,
          `r = d.groupby(${by})["__value"].${measure}()`,
        ]),
    ...(derive === 'share' ? [across ? `r = r / r.groupby(${text(group)}).transform("sum")` : 'r = r / r.sum()'] : []),
    ...(derive === 'difference' ? [`r = r${before}.diff()`] : []),
    'print(r.to_csv(header=False), end="")',
  ]
}

function r({ filters, group, across, measure, of, derive }: Exploration, csv: string): string[] {
  const keys = across ? [group, across] : [group]
  const fn = measure === 'count' ? 'length' : measure
  return [
    `d <- read.csv(${text(csv)}, colClasses = "character", na.strings = character(), encoding = "UTF-8", check.names = FALSE)`,
    ...filters.map((f) => `d <- d[${conditions.r(f)}, ]`),
    ...(measure === 'count'
      ? ['v <- rep(1, nrow(d))']
      : [`v <- suppressWarnings(as.numeric(d[[${text(of)}]])); d <- d[!is.na(v), ]; v <- v[!is.na(v)]`]),
    `r <- aggregate(v, d[c(${keys.map(text).join(', ')})], ${fn})`,
    `r <- r[do.call(order, c(unname(as.list(r[c(${keys.map(text).join(', ')})])), method = "radix")), ]`,
    ...(derive === 'share'
      ? [across ? `r$x <- ave(r$x, r[[${text(group)}]], FUN = function(x) x / sum(x))` : 'r$x <- r$x / sum(r$x)']
      : []),
    ...(derive === 'difference'
      ? [across ? `r$x <- ave(r$x, r[[${text(across)}]], FUN = function(x) c(NA, diff(x)))` : 'r$x <- c(NA, diff(r$x))']
      : []),
    'write.table(r, sep = ",", row.names = FALSE, col.names = FALSE, quote = FALSE, na = "", fileEncoding = "UTF-8")',
  ]
}

const rollups = {
  count: 'aq.op.count()',
  sum: 'aq.op.sum("value")',
  mean: 'aq.op.mean("value")',
  median: 'aq.op.median("value")',
  min: 'aq.op.min("value")',
  max: 'aq.op.max("value")',
}

function javascript({ filters, group, across, measure, of, derive }: Exploration, csv: string): string[] {
  const keys = (across ? [group, across] : [group]).map(text).join(', ')
  return [
    'import * as aq from "arquero"',
    `let d = aq.fromCSV(await (await fetch(${text(csv)})).text(), { autoType: false })`,
    'd = d.impute(Object.fromEntries(d.columnNames().map((n) => [n, () => ""])))',
    ...filters.map((f) => `d = d.filter(aq.escape((d) => ${conditions.javascript(f)}))`),
    ...(measure === 'count'
      ? []
      : [`d = d.filter(aq.escape((d) => d[${text(of)}] !== "")).derive({ value: aq.escape((d) => Number(d[${text(of)}])) })`]),
    `let r = d.groupby(${keys}).rollup({ value: ${rollups[measure]} }).orderby(${keys})`,
    ...(derive === 'share'
      ? [`r = r${across ? `.groupby(${text(group)})` : ''}.derive({ value: "d => d.value / op.sum(d.value)" }).ungroup()`]
      : []),
    ...(derive === 'difference'
      ? [`r = r${across ? `.groupby(${text(across)})` : ''}.derive({ value: "d => d.value - op.lag(d.value, 1, NaN)" }).ungroup()`]
      : []),
    'console.log(r.toCSV({ header: false }))',
  ]
}
