import type { Outline, ParsedProvision, ParsedResponsibility, ResponsibilityRole } from '../model/parsed.ts'
import { splitAgencies } from '../parse/agency.ts'
import { splitSentences } from './clauses.ts'

const bracketed = /^[〔（([]\s*(责任|牵头|配合)(?:单位|部门)[：:](.*)[〕）)\]]$/u
const charged = /^[（(](.*?)(?:按照职责分工|按职责分工)?(?:分别)?负责[）)]$/u
const narrative = /^((?:[\u4e00-\u9fff]{2,8}、)*[\u4e00-\u9fff]{2,8}?)(?:等)?部门(?=负责|要|按|应)/u

/** Outline → who is responsible, by four grammars: 〔责任单位：…〕, （…负责）, a column of an annex table, and `X部门负责…`. */
export const findResponsibilities = (outline: Outline): ParsedResponsibility[] =>
  outline.provisions.flatMap((p) => [...findNoted(p, outline), ...findTabled(p, outline), ...findNarrative(p, outline)])

function findNoted(p: ParsedProvision, outline: Outline): ParsedResponsibility[] {
  const note = outline.bodies[p.id]?.note
  if (!note) return []
  const named = bracketed.exec(note)
  const role: ResponsibilityRole = named?.[1] === '牵头' ? 'lead' : named?.[1] === '配合' ? 'participant' : 'responsible'
  const list = named?.[2] ?? charged.exec(note)?.[1]
  return list ? [{ provision: p.id, agencies: splitAgencies(list), role, printed: note }] : []
}

function findTabled(p: ParsedProvision, outline: Outline): ParsedResponsibility[] {
  const [annexId, row] = p.id.split('.')
  if (!annexId?.startsWith('annex') || !row) return []
  const table = outline.annexes[Number(annexId.slice(5)) - 1]?.tables[0]
  const column = table?.header.findIndex((h) => /牵头|责任|负责/.test(h)) ?? -1
  const printed = column < 0 ? undefined : table?.rows.find((r) => r[0] === row)?.[column]
  if (!printed) return []
  const role = /牵头/.test(table?.header[column] ?? '') ? 'lead' : 'responsible'
  const list = printed.replace(/按照职责分工(?:分别)?负责$/u, '')
  return [{ provision: p.id, agencies: splitAgencies(list).flatMap((a) => a.split(/(?<=处)及(?=委)/u)), role, printed }]
}

function findNarrative(p: ParsedProvision, outline: Outline): ParsedResponsibility[] {
  return splitSentences(outline.bodies[p.id]?.text ?? '').flatMap((sentence) => {
    const found = narrative.exec(sentence.text.trim())
    if (!found || /^各/.test(found[1] as string)) return []
    const agencies = (found[1] as string).split('、').map((name) => `${name}部门`)
    return [{ provision: p.id, agencies, role: 'duty' as const, printed: sentence.text.trim() }]
  })
}
