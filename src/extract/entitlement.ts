import type { Modality } from '../model/code.ts'
import type { EntitlementKind, Population } from '../model/codebook.ts'
import { splitSentences } from './clauses.ts'
import { findCondition } from './condition.ts'
import { findModality } from './modality.ts'
import { populationFinder } from './population.ts'

/** An entitlement as found in one provision. */
export interface FoundEntitlement {
  kind: string
  who: string[]
  whoOpen: boolean
  where: string | null
  setting: EntitlementKind['setting']
  conditions: string | null
  pays: string | null
  decidedBy: string | null
  exitRule: string | null
  modality: Modality
  sentence: string
}

const where =
  /((?:县域|市域|县、乡两级|县乡两级|区域|全省|全市(?!实际)|脱贫地区|经济薄弱地区|边远地区|项目地区|(?<=在)乡镇卫生院|人口较少的?行政村)(?:范围)?(?:内)?)/u
const pays = /[^，。；：]*?(?:自负|自付|自费|自己负担)[\u4e00-\u9fff]*/u
const decided = /([\u4e00-\u9fff、]{2,12}部门)认定/u
const exit = /[^，。；]*(?:风险消除后|不重复享受)[^。；]*/u
const open = /等(?:人员|对象|群体|重点人群|$|[，,。；：、（])/u
const cited = /《[^》]*》/gu

type Person = ReturnType<ReturnType<typeof populationFinder>>[number]

/** Text of a provision → entitlements: of each kind one for every sentence that names people; sentences that name none join the one before. */
export function entitlementFinder(kinds: EntitlementKind[], populations: Population[]): (text: string) => FoundEntitlement[] {
  const findPeople = populationFinder(populations)
  const rules = kinds.map((kind) => ({
    kind,
    cue: new RegExp(kind.match.join('|'), 'u'),
    not: kind.not ? new RegExp(kind.not, 'u') : null,
  }))
  return (text) => {
    const sentences = splitSentences(text).map((s) => s.text.trim())
    return rules.flatMap(({ kind, cue, not }) => {
      const hits = sentences.filter((s) => cue.test(s.replace(cited, '')) && !not?.test(s))
      return joinUnnamed(hits, findPeople).map((sentence) => describe(sentence, findPeople(sentence), kind, text))
    })
  }
}

// a sentence that names people, or an unnamed one with a figure of its own, begins an entitlement; a lead without either goes with what follows
function joinUnnamed(hits: string[], findPeople: (text: string) => Person[]): string[] {
  const groups: string[] = []
  let lead = false
  for (const hit of hits) {
    const begins = findPeople(hit).length > 0 || /\d/.test(hit)
    const joins: boolean = groups.length > 0 && (lead || !begins)
    if (joins) groups[groups.length - 1] = `${groups.at(-1)}；${hit}`
    else groups.push(hit)
    lead = !begins && (lead || !joins)
  }
  return groups
}

function describe(sentence: string, people: Person[], kind: EntitlementKind, text: string): FoundEntitlement {
  const last = people.at(-1)
  return {
    kind: kind.id,
    who: people.map((p) => p.printed),
    whoOpen: last ? open.test(sentence.slice(last.start + last.printed.length, last.start + last.printed.length + 4)) : false,
    where: where.exec(sentence.replace(exit, ''))?.[1] ?? null,
    setting: kind.setting,
    conditions: findCondition(sentence),
    pays: pays.exec(sentence)?.[0].trim() ?? null,
    decidedBy: decided.exec(text)?.[1] ?? null,
    exitRule: exit.exec(sentence)?.[0].trim() ?? null,
    modality: findModality(sentence),
    sentence,
  }
}
