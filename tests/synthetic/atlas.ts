import { appendFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCodebook } from '../../src/datasets/codebook.ts'
import { readSources } from '../../src/datasets/sources.ts'
import { figuresOfChinese } from '../../src/extract/figures.ts'
import { findTargets } from '../../src/extract/target.ts'
import type { Term } from '../../src/model/codebook.ts'
import { parseDocument } from '../../src/parse/document.ts'
import { makeDocument, type Synthetic } from './document.ts'
import { placeOf, places } from './places.ts'
import { makeStatistics, syntheticIndicators } from './statistics.ts'

const head = 'indicator,region,period,value,unit,status,source_title,source_publisher,source_date,source_url,grade,note'
const dataset = `title: { zh: 合成数据, en: Synthetic data }
publisher: { zh: 本项目, en: This project }
address: https://example.org
licence: { zh: 合成, en: synthetic }
retrieved: 2026-01-01
definition: { zh: 合成, en: synthetic }
method: { zh: 合成, en: synthetic }
columns: [${head.replaceAll(',', ', ')}]
breaks: []
counts: none
`
// bodies of the synthetic texts that the atlas has no family for
const others = '- { id: synthetic-others, name: { zh: 其他, en: other bodies }, match: ["(?:局|中心|残联|办)$"] }\n'
const indicator = (
  id: string,
) => `- { id: ${id}, name: { zh: ${id}, en: ${id} }, unit: "%", direction: more, definition: { zh: 合成。, en: Synthetic. }, topic: family-doctor-contract, notes: { zh: 无。, en: None. }, breaks: [], measures: [] }
`

/** The files of a document folder, its English digest only the figures of each clause; and the lines of the ledger. */
function folderOf({ id, region, text, gold }: Synthetic, terms: Term[]): { files: { [name: string]: string }; ledger: string } {
  const outline = parseDocument(text)
  const english = outline.provisions.map((p) => {
    const zh = outline.bodies[p.id]?.text ?? ''
    const said = terms.filter((t) => t.accept && zh.includes(t.zh)).map((t) => t.accept?.[0])
    return `## ${p.path}\n${[...said, ...figuresOfChinese(zh)].join(', ') || 'None.'}\n`
  })
  const numbers = new Map<string, number>()
  const ledger = findTargets(outline).map((t) => {
    const number = (numbers.get(t.provision) ?? 0) + 1
    numbers.set(t.provision, number)
    return `${id},${t.provision},${number},${t.printed}\n`
  })
  const yaml = `short: { zh: ${id}, en: ${id} }
titleEn: Synthetic ${id}
titleVariants: []
region: "${region}"
kind: implementation-plan
term: { from: ${id.slice(-4)}, to: ${Number(id.slice(-4)) + 5} }
stage: transition-period
subject: rural-health-capacity
validity: { state: not-stated, ground: { zh: 合成。, en: Synthetic. }, date: 2026-01-01 }
completeness: { state: complete, note: { zh: 合成。, en: Synthetic. } }
notPrinted: []
defects: []
officialText: { zh: 合成。, en: Synthetic. }
sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
expected:
  levels: { notice: 1, preamble: 1, chapter: 5, section: 40 }
  numericTargets: ${gold.targets.length}
  responsibilities: ${gold.agencies.length}
  references: ${gold.references.length}
`
  const files = {
    'document.yaml': yaml,
    'digest.zh.md': text,
    'digest.en.md': `# Synthetic ${id}\n\n${english.join('\n')}`,
    'coding.yaml': 'targets: []\ntopics: []\nsilences: []\n',
  }
  return { files, ledger: ledger.join('') }
}

/** Writes a project folder of `documents` synthetic documents under `root`, with the words of the atlas's codebook; one document at a time. */
export function writeAtlas(root: string, seed: number, documents: number): void {
  const data = join(root, 'data')
  mkdirSync(join(data, 'statistics/synthetic'), { recursive: true })
  cpSync('data/codebook', join(data, 'codebook'), { recursive: true })
  appendFileSync(join(data, 'codebook/agencies.yaml'), others)
  writeFileSync(join(data, 'codebook/indicators.yaml'), syntheticIndicators.map(indicator).join(''))
  writeFileSync(join(data, 'site.yaml'), 'asOf: 2026-11-24\nlanguages: [zh]\n')
  const { terms } = readCodebook(readSources('.').sources).codebook
  const ledger = ['document,provision,number,printed\n']
  const rows = [`${head}\n`]
  for (let n = 0; n < documents; n++) {
    const made = makeDocument(seed, n)
    const folder = join(data, 'documents', made.id)
    const { files, ledger: lines } = folderOf(made, terms)
    mkdirSync(folder, { recursive: true })
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    ledger.push(lines)
    if (n < places)
      rows.push(
        ...makeStatistics(seed, n, made.region).map(
          ([region, id, period, value]) => `${id},${region},${period},${value},%,final,合成,本项目,2026-01-01,,primary,\n`,
        ),
      )
  }
  writeFileSync(join(data, 'targets.csv'), ledger.join(''))
  writeFileSync(join(data, 'statistics/synthetic/dataset.yaml'), dataset)
  writeFileSync(join(data, 'statistics/synthetic/data.csv'), rows.join(''))
  const used = Math.min(documents, places)
  const regions = Array.from({ length: Math.max(used, 364) }, (_, k) => placeOf(k))
  writeFileSync(
    join(data, 'codebook/regions.csv'),
    `code,name_zh,name_en,level,parent,valid_on\n100000,全国,China,nation,,2026-11-24\n${regions
      .map((r) => `${r.code},${r.name},Place ${r.code},${r.level},${r.parent === null ? '100000' : placeOf(r.parent).code},2026-11-24\n`)
      .join('')}`,
  )
}
