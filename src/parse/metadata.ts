import type { DocumentNumber, Metadata } from '../model/parsed.ts'
import { agenciesOfLine, splitAgencies } from './agency.ts'
import { parseDate } from './date.ts'
import type { Frame } from './front.ts'
import { joinSpans, type Line, squeeze } from './lines.ts'
import { documentNumber, signersOf } from './marginal.ts'

/** `瑞卫健字（2021）195号` → the same as printed, and normalized `瑞卫健字〔2021〕195号`; `null` where the text is no number. */
export function parseDocumentNumber(text: string): DocumentNumber | null {
  const m = documentNumber.exec(text.trim())
  if (!m) return null
  const [, agencyCode, year, serial] = m as unknown as [string, string, string, string]
  const normalized = `${agencyCode}〔${year}〕${Number(serial)}号`
  return {
    printed: m[0].replace(/^[（(]?(?:发文字号|文\s*号|发布文号)?[:：]?\s*|\s+签发人.*$/gu, '').replace(/(号)\s*[）)]$/u, '$1'),
    normalized,
    agencyCode,
    year: Number(year),
    serial: Number(serial),
  }
}

const joined = (lines: Line[]) => (lines.length > 0 ? squeeze(joinSpans(lines)).text : '')

/** Frame → the facts of letterhead, signature and imprint. Issuers: letterhead, else signature, else the title's first words. */
export function findMetadata(frame: Frame): Metadata {
  const noticeTitle = joined(frame.noticeTitle)
  const signatories = frame.signature.flatMap(signersOf)
  const letterhead = frame.letterhead.flatMap((line) => agenciesOfLine(line.text.replace(/[\s\u3000]*(?:文\s*件|印发|发布)$/u, '')))
  const titled = /^([\u4e00-\u9fff]{2,30}?(?:政府办公室|委员会|政府|办公室|局|厅|委))关于/u.exec(noticeTitle)?.[1]
  const dated = frame.signature.map((line) => parseDate(line.text)).find((date) => date !== null)
  const passed = passedOn(joined(frame.passed))
  const stated = frame.furniture.flatMap((line) => parseDate(statedAs(line, '(?:成文|发文|印发)日期') ?? '') ?? [])[0]
  const numbered = frame.furniture.flatMap((line) => parseDocumentNumber(statedAs(line, '(?:发文字号|文号)') ?? '') ?? [])[0]
  const named = frame.furniture.flatMap((line) => statedAs(line, '(?:公文|文件|信息)?(?:名称|标题)', 80) ?? [])[0]
  const issuedBy = frame.furniture.flatMap((line) => agenciesOfLine(statedAs(line, '(?:发文|发布|制发)(?:机关|机构|单位)') ?? ''))
  // 公开方式：主动公开 in the head of a site's page, where the document itself says nothing
  const declared = frame.furniture.flatMap((line) => statedAs(line, '(?:信息|政务)?公开(?:方式|属性|形式|类别)') ?? [])[0]
  const printed = frame.imprint.map((line) => parseDate(line.text)).find((date) => date !== null)
  const copied = /抄送[：:]((?:.*[，、,；;]\n)*.*)/u.exec(frame.imprint.map((line) => line.text.trim()).join('\n'))?.[1] ?? ''
  return {
    title: joined(frame.title) || noticeTitle,
    noticeTitle: frame.title.length > 0 ? noticeTitle || named || null : null,
    documentNumber: parseDocumentNumber(joined(frame.number.slice(0, 1))) ?? numbered ?? null,
    issuers: [letterhead, signatories, titled ? [titled] : [], issuedBy].find((names) => names.length > 0) ?? [],
    signatories,
    addressees: splitAgencies(joined(frame.addressee).replace(/[：:]$/, '')),
    issuedOn: dated ?? passed ?? stated ?? null,
    printedOn: printed ?? null,
    copiedTo: splitAgencies(copied),
    disclosure: findDisclosure(joined(frame.disclosure) || declared || ''),
  }
}

// 成文日期：2021年8月26日⇥… — what a site says about a document, of the fields of one line the one named
const statedAs = (line: Line, field: string, most = 40): string | undefined =>
  new RegExp(`${spread(field)}[:：\\t]\\s*([^\\t]{4,${most}}?)(?=\\s{2,}|\\t|$|\\s${anyField}|${knownField})`, 'u').exec(line.text)?.[1]

// 成 文 日 期 is 成文日期
const spread = (field: string) => field.replace(/[\u4e00-\u9fff]/gu, '$&[ \\u3000]*')
const anyField = '(?![年月日])(?:[\\u4e00-\\u9fff]{2,8}|[\\u4e00-\\u9fff](?:[ \\u3000][\\u4e00-\\u9fff]){1,7})[:：]'
const knownField = '(?:成文|发文|印发|发布|公开|生效|失效|主题|索引|有效|信息|公文|文件|文号)[\\u4e00-\\u9fff]{0,4}[:：]'

// （某日会议通过　某日公布　某日起施行）: the day it was made public, else the first
function passedOn(text: string): string | null {
  const steps = text
    .split(/(?=[\d二〇○零一九]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日)/u)
    .filter((step) => parseDate(step))
  return parseDate(steps.find((step) => /公布|发布/.test(step)) ?? steps[0] ?? '')
}

function findDisclosure(text: string): Metadata['disclosure'] {
  if (/依申请公开/.test(text)) return 'on-request'
  if (/不予公开|不公开/.test(text)) return 'closed'
  return /公开/.test(text) ? 'public' : 'unknown'
}
