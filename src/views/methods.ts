import type { Words } from '../i18n/words.ts'
import { type DatasetName, datasets } from '../model/atlas.ts'
import type { Catalog } from './catalog.ts'
import { disclosureProps } from './disclosure.ts'
import { dataAddress, tabled } from './routes.ts'
import type { TableProps } from './table.ts'

/** Counts per document, accuracy of alignment, agreement of coders, the lexicon and the files of the datasets. */
export function methodsPage(catalog: Catalog, words: Words) {
  return {
    asOf: catalog.asOf,
    documents: catalog.documents.length,
    counts: countsTable(catalog),
    files: (Object.keys(datasets) as DatasetName[]).map((name) => ({
      name,
      href: dataAddress(name),
      table: (tabled as readonly string[]).includes(name) ? `/data/${name}.csv` : null,
      rows: catalog[name].length,
    })),
    disclosure: disclosureProps(catalog, words),
    terms: catalog.terms.map((t) => ({ zh: t.zh, en: t.en, plain: t.plain.zh })),
    rules: [...new Set(catalog.provisions.flatMap((p) => p.topics.map((t) => t.coder)))].filter((c) => c.startsWith('rules')).join('、'),
    alignment: alignmentTable(catalog),
    agreement: agreementTable(catalog),
    coded: catalog.agreement.some((a) => a.coders.endsWith('second')),
    inheritance: inheritanceTable(catalog),
    lexicon: lexiconTable(catalog, words),
    lexiconVersion: catalog.modality[0]?.version ?? 0,
  }
}

function countsTable({ documents }: Catalog): TableProps {
  return {
    label: '各文件的记录数',
    head: ['文件', '条款', '数字目标', '文字目标', '待遇', '引用', '责任', '核验的事实'],
    rows: documents.map(({ short, counts: c, attestedFacts }) => [
      short.zh,
      c.provisions,
      c.numericTargets,
      c.wordedTargets,
      c.entitlements,
      c.references,
      c.responsibilities,
      attestedFacts ?? '—',
    ]),
    words: [0],
  }
}

const ratio = (n: number | null) => (n === null ? '—' : n.toFixed(2))

function alignmentTable(catalog: Catalog): TableProps {
  const short = (id: string) => catalog.documentById.get(id)?.short.zh ?? id
  return {
    label: '条款对应的准确率',
    head: ['文件', '人工对应', '规则对应', '一致', '准确率', '召回率'],
    rows: catalog['alignment-accuracy'].map((a) => [
      a.id === 'all' ? '合计' : a.id.split('~').map(short).join('与'),
      a.coded,
      a.found,
      a.agreed,
      ratio(a.precision),
      ratio(a.recall),
    ]),
    words: [0],
  }
}

const fields: Record<string, string> = { topics: '事项', 'is a target': '是不是目标', construct: '量的是什么', role: '作用', type: '类型' }
const coders = (id: string) =>
  id
    .replace(/rules@(\d+)/, '规则第$1版')
    .replace('editor', '编者')
    .replace('second', '第二编码者')
    .replace('~', '与')

function agreementTable({ agreement }: Catalog): TableProps {
  return {
    label: '编码一致性',
    head: ['字段', '谁与谁', '编码单位', '一致', 'Cohen κ'],
    rows: agreement.map((a) => [
      fields[a.field] ?? a.field,
      coders(a.coders),
      a.units,
      a.agreed,
      a.kappa === null ? '—' : a.kappa.toFixed(3),
    ]),
    words: [0, 1],
  }
}

function inheritanceTable(catalog: Catalog): TableProps {
  const ids = catalog.documents.map((d) => d.id).filter((id) => catalog.inheritance.some((i) => i.from === id))
  const short = (id: string) => catalog.documentById.get(id)?.short.zh ?? id
  const share = (from: string, to: string) => {
    const i = catalog.inheritance.find((x) => x.from === from && x.to === to)
    const percent = (n: number) => `${(n * 100).toFixed(1)}%`
    return i ? `${percent(i.share)}（${percent(i.bodyShare)}）` : '—'
  }
  return {
    label: '官方文本相同的比例',
    head: ['这份文件的文字', ...ids.map((id) => `出现在${short(id)}`)],
    rows: ids.map((from) => [short(from), ...ids.map((to) => share(from, to))]),
    words: [0],
  }
}

function lexiconTable({ modality }: Catalog, words: Words): TableProps {
  const force = { 3: '指令', 2: '力求', 1: '许可或倡导' } as Record<number, string>
  return {
    label: '语气词表',
    head: ['语气', '力度', '识别的词'],
    rows: modality.map((m) => [words.modality[m.id], m.force === null ? '只说快慢' : (force[m.force] ?? ''), m.match ?? '没有语气词']),
    words: [0, 1, 2],
  }
}
