import type { Outline, ParsedProvision, ParsedResponsibility, ResponsibilityRole } from '../model/parsed.ts'
import { isAgency, splitAgencies } from '../parse/agency.ts'
import { splitSentences } from './clauses.ts'
import { rowsOf } from './table.ts'

const roleWords: [ResponsibilityRole, RegExp][] = [
  ['lead', /^(?:牵头|主办)/u],
  ['participant', /^(?:配合|协办|参[加与]|协同)/u],
  ['responsible', /^(?:责任|主体责任|负责|落实)/u],
]
const labelled =
  /(牵头|主办|责任|主体责任|负责|配合|协办|参[加与])(?:单位|部门|处室|股室|主体|科室|领导|机构|人)?\s*[：:]\s*([^：:；;。]*?)(?=[；;。\n]|[\s，,]*(?:完成)?(?:时限|时间|期限)(?:要求)?\s*[：:]|(?:牵头|主办|责任|主体责任|负责|配合|协办|参[加与])(?:单位|部门|处室|股室|主体|科室|机构)\s*[：:]|$)/gu
const noteText =
  /[〔（([【]\s*((?:责任|牵头|配合|主办|协办|主体责任|负责|参[加与])(?:单位|部门|处室|股室|主体|科室|领导|机构)?\s*[：:][^〔〕【】]{1,400}?)[〕）)\]】](?=\s*(?:$|\n|。|[；;]))|[（(【〔]((?:[^（）()〔〕【】。]|[（(][^（）()]{0,20}[）)]){2,200}?(?:负责|牵头|配合|参与|参加|分工落实|落实)(?:[，,；;][^（）()]{2,24}(?:完成|推进|实施|见效))?)[）)】〕](?=\s*(?:$|\n|。))/gu
// 责任单位：甲局、乙局 on a line of its own
const keyedLine = /^((?:责任|牵头|主办|配合|协办|主体责任|参[加与])(?:单位|部门|处室|股室|主体|科室|领导|机构)\s*[：:][^。；\n]{2,200})$/gmu
const shared =
  /(?:按照?|根据|依)?(?:各自)?(?:职责|职能)(?:分工)?|分工|分别|共同|联合|具体|等(?:部门|单位|有关部门|相关部门)?(?=$)|(?:会同|商)有关部门/gu
const remainder =
  /(?:以下|下列|上述|后续)(?:各项|任务|工作|条款|事项)?(?:均|都)(?:需|由|要|须)([^，。；]{2,40}?)(?:分别)?(?:按(?:照)?职责分工)?(?:落实|负责)/u
// 卫生健康、医疗保障部门负责…… · 县级以上地方人民政府卫生行政主管部门应当…… · 省卫生健康委、省财政厅负责……
const departments =
  /^由?((?:[\u4e00-\u9fff]{2,12}、)*(?:[\u4e00-\u9fff]{2,8}?和)?[\u4e00-\u9fff]{2,24}?)(?:等)?部门(?=(?:在各自(?:的)?职责范围内|按照?(?:各自)?职责(?:分工)?|依法)?(?:(?:具体|统一)?负责|要|按|应))/u
const body = '[\\u4e00-\\u9fff]{2,16}?(?:[委局厅办会]|部(?![门分署队级位])|机关|人民政府|领导小组|专班)'
const named = new RegExp(
  `^由?((?:[\\u4e00-\\u9fff]{2,16}、)*${body}(?:(?:要|应当?|须)?会同(?:[\\u4e00-\\u9fff]{2,16}、)*${body})?)(?=(?:具体|统一|共同|主要|切实|分别)?(?:负责(?!解释|人)|牵头|要(?![求点素])|应当?(?![急对用届])|须|承担)|(?<=会同[\\u4e00-\\u9fff、]{2,60})(?:开展|制定|组织|建立|做好|落实|加强))`,
  'u',
)
const vague =
  /^(?:受理|登记|审批|主管|发证|经办|监督)机[关构]$|^(?:其他|上述|职能|主管|行政|政府)$|^各(?!(?:县|市|区|乡|镇|街道)[\u4e00-\u9fff（）、]{0,10}(?:政府|办事处|管委会)$)|^(?:有关|相关)|由|要|督促|协调|配合|会同|鼓励|支持|组织(?=[\u4e00-\u9fff])|本办法|加强|建立|推动|通过|根据/u

// 和 within the name of a department joins no two: 工业和信息化, 住房和城乡建设
const namesApart =
  /、|(?<=[\u4e00-\u9fff]{2})(?<!工业|发展|人力资源|社会保障|住房|卫生|文化|教育|林业|自然资源|农业|退役军人|机关)和(?!信息化|改革|社会保障|城乡建设|计划生育|旅游|体育|草原|规划|草)/u

interface Named {
  role: ResponsibilityRole
  agencies: string[]
}

/** Outline → who is responsible, by four grammars: 〔责任单位：…〕, （…牵头，…配合）, a column of an annex table, and `X部门负责…`. A default named once holds for all later notes. */
export function findResponsibilities(outline: Outline): ParsedResponsibility[] {
  let always: { agencies: string[]; printed: string } | null = null
  return outline.provisions.flatMap((p) => {
    const noted = findNoted(p, outline)
    const standing = always && noted.length > 0 ? [{ provision: p.id, ...always, role: 'responsible' as const }] : []
    const standingNow = remainder.exec(outline.bodies[p.id]?.note ?? outline.bodies[p.id]?.text ?? '')
    if (standingNow) always = { agencies: splitAgencies(standingNow[1] as string).filter(isAgency), printed: standingNow[0] }
    return [...noted, ...standing.filter((s) => s.agencies.length > 0), ...findTabled(p, outline), ...findNarrative(p, outline)]
  })
}

function findNoted(p: ParsedProvision, outline: Outline): ParsedResponsibility[] {
  const body = outline.bodies[p.id]
  if (!body) return []
  const named = /责任|牵头|配合|负责|落实|参[加与]|主办|协办/u.test(body.text)
  const found = named ? [...body.text.matchAll(noteText), ...body.text.matchAll(keyedLine)] : []
  const notes = found.map((m) => ({ printed: m[0], text: (m[1] ?? m[2]) as string }))
  if (body.note) notes.push({ printed: body.note, text: body.note.replace(/^[〔（([【]|[〕）)\]】]\s*$/gu, '').trim() })
  return notes.flatMap(({ printed, text }) =>
    readNote(text.replace(remainder, '').replace(/[，,。]?不再(?:一一|逐一)?列出/u, '')).map(({ role, agencies }) => ({
      provision: p.id,
      agencies,
      role,
      printed,
    })),
  )
}

/** Text of a note → roles and agencies: `责任单位：甲局；配合单位：乙局`, `甲局牵头，乙局、丙局配合`, `甲局、乙局按照职责分工负责`. */
function readNote(text: string): Named[] {
  // 责任领导 is a person, no body
  const lists = [...text.matchAll(labelled)].flatMap((m) =>
    /^[^：:]*(?:领导|人)[：:]/u.test(m[0]) ? [] : [{ role: roleOf(m[1] as string), list: m[2] as string }],
  )
  const named = lists.length > 0 ? lists : readVerbs(text)
  return named.flatMap(({ role, list }) => {
    const agencies = sharePrefix(splitJoined(list.replace(shared, '')))
    return agencies.length > 0 ? [{ role, agencies }] : []
  })
}

const trailing = /等(?:部门|单位|有关部门|相关部门|有关单位|相关单位)?$/u

// 国家医保局、国家药监局等和各省级人民政府: 和 joins two bodies where the first ends as a body does
const splitJoined = (list: string): string[] =>
  splitAgencies(list)
    .flatMap((name) => name.split(/(?<=[委局厅办部府会院署处联心](?:等(?:部门|单位)?)?)(?:和|及|以及|与)(?=[\u4e00-\u9fff]{2})/u))
    .map((name) => name.replace(trailing, ''))
    .filter(Boolean)

const roleOf = (word: string): ResponsibilityRole => roleWords.find(([, pattern]) => pattern.test(word))?.[0] ?? 'responsible'

// 甲局、乙局牵头，丙局、丁局等按职责分工负责: each list ends in its verb
function readVerbs(text: string): { role: ResponsibilityRole; list: string }[] {
  const found: { role: ResponsibilityRole; list: string }[] = []
  let open = ''
  for (const piece of text.split(/(?<=牵头(?:负责)?|配合|参与|参加|协办|负责落实|负责|落实)[，,、；;]?/u)) {
    const verb = /(牵头(?:负责)?|配合|参与|参加|协办|(?:负责)?落实|负责)$/u.exec(piece)
    open += verb ? piece.slice(0, verb.index) : piece
    if (!verb) continue
    if (open.replace(shared, '').replace(/[，,、；;由]/g, ''))
      found.push({ role: /^(?:牵头)/.test(verb[1] as string) ? 'lead' : roleOf(verb[1] as string), list: open.replace(/^由/u, '') })
    open = ''
  }
  return found
}

// 省卫生健康委、发展改革委、财政厅: later names without a place share the first one's
function sharePrefix(names: string[]): string[] {
  const place = /^(?:省|市|县|区|州|盟|旗)(?!委|政府|级|直)/u.exec(names[0] ?? '')?.[0]
  if (!place || names.length < 2) return names
  const placed =
    /^(?:省|市|县|区|州|盟|旗|各|中共|国家|全|驻|地方|赣|有关|相关|其他|乡镇|街道|[\u4e00-\u9fff]{2,8}(?:省|市|县|区|州|人民政府))/u
  return names.some((n, i) => i > 0 && n.startsWith(place))
    ? names
    : names.map((n) => (placed.test(n) || !isAgency(n) || /单位|部门$/.test(n) ? n : place + n))
}

function findTabled(p: ParsedProvision, outline: Outline): ParsedResponsibility[] {
  if (!outline.cells[p.id]) {
    const [head, ...rows] = rowsOf(outline.bodies[p.id]).map((cells) => cells.map((cell) => cell.text))
    return rows.flatMap((cells) => readRow(p, head ?? [], cells))
  }
  return readRow(p, outline.tables[p.id]?.header ?? [], outline.cells[p.id]?.map((cell) => cell.text) ?? [])
}

// the columns 牵头单位, 配合单位 and 责任单位 of one row
function readRow(p: ParsedProvision, header: string[], cells: string[]): ParsedResponsibility[] {
  return header.flatMap((head, column) => {
    const printed = cells[column]
    const role = roleOfColumn(head)
    if (!printed || !role) return []
    const list = printed.replace(/(?:按照?)?职责分工(?:分别)?负责$/u, '').replace(/[\s\n]+/gu, '、')
    const agencies = sharePrefix(splitJoined(list))
    return agencies.length > 0 ? [{ provision: p.id, agencies, role, printed } satisfies ParsedResponsibility] : []
  })
}

function roleOfColumn(head: string): ResponsibilityRole | null {
  if (/牵头|主办/.test(head)) return 'lead'
  if (/配合|协办|参[加与]/.test(head)) return 'participant'
  return /责任|负责/.test(head) && /单位|部门|处室|股室|主体|机构|科室/.test(head) ? 'responsible' : null
}

function findNarrative(p: ParsedProvision, outline: Outline): ParsedResponsibility[] {
  return splitSentences(outline.bodies[p.id]?.text ?? '').flatMap((sentence) => {
    const text = sentence.text.trim()
    if (!bears(text)) return []
    // 甲局负责……，乙局要……: a clause of the sentence may name the next body
    return text.split(/[，,]/u).flatMap((clause) => {
      const agencies = dutyBearers(clause.trim())
      return agencies.length > 0 ? [{ provision: p.id, agencies, role: 'duty' as const, printed: text }] : []
    })
  })
}

// who must do what: a body, and behind it a word of duty
const bears = (text: string) => /[委局厅办会部门关府组班]/u.test(text) && /负责|要|应|须|牵头|承担|会同|部门/u.test(text)

function dutyBearers(sentence: string): string[] {
  if (!bears(sentence)) return []
  const list = departments.exec(sentence)?.[1]
  if (list && !vague.test(list)) return list.split(namesApart).map((name) => `${name}部门`)
  const names = splitAgencies((named.exec(sentence)?.[1] ?? '').replace(/(?:要|应当?|须)?会同/u, '、'))
  return names.length > 0 && names.every((name) => isAgency(name) && !vague.test(name)) ? sharePrefix(names) : []
}
