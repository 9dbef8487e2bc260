import { findLabel } from './label.ts'
import type { Line } from './lines.ts'
import { titleEnd } from './marginal.ts'

const meta =
  '索引号?|信息索引|主题(?:分类|词)|体裁分类|公文种类|组配分类|文种|有效性|是否有效|文件状态|公开(?:方式|类别|范围|形式|时限|目录|日期)|生成日期|成文日期|发文日期|印发日期|发布(?:时间|日期|机构|单位|机关)|更新(?:时间|日期)|发文机关|发文单位|制发机关|来源|信息来源|作者|责任编辑|编辑|审核|浏览(?:次数|量)|点击(?:数|量|次数)|阅读(?:数|量|次数)|访问量|字号|字体|视力保护色|标题|公文标题|信息名称|文件名称|名称|关键词|实施日期|废止日期|效力状态'
const metaLine = new RegExp(`^[【[(（]?(?:${meta})[:：]|^(?:发文字号|文号)[:：].*(?:${meta})[:：]`, 'u')
const metaKey = new RegExp(`^(?:${meta}|发文字号|文号)[:：]?$`, 'u')

const pageNumbers: RegExp[] = [
  /^[-—–－·•\s]*(?:第\s*)?\d{1,4}\s*(?:页)?\s*[-—–－·•]+$|^[-—–－·•]+\s*\d{1,4}\s*[-—–－·•\s]*$/u,
  /^第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?$|^\d{1,4}\s*\/\s*\d{1,4}$|^Page\s+\d+(?:\s+of\s+\d+)?$/iu,
]

/** What stands around a document on a page or a site and is none of its text. A new kind is a new row. */
const kinds: RegExp[] = [
  ...pageNumbers,
  /^[-—－=_*·.\s\u2E3A\u2E3B\u2015\u2500\u2501]{2,}$/u,
  /^(?:[★☆]+|特急|加急|平急|特提|[机秘绝]密)(?:\s*[★☆].{0,8})?$/u,
  /^[^。]{0,40}[>＞»](?!\s*[\d=])[^。]{0,30}(?:[>＞»][^。]{0,30})?$/u,
  /^(?:您(?:现在)?(?:所在)?的?位置|当前位置|首页|网站首页|返回首页|返回顶部|打印(?:本页|文章|页面)?|关闭(?:窗口|本页|页面)?|收藏|分享(?:到|至)?|扫一扫|扫码|无障碍(?:浏览|阅读)?|长者(?:模式|版)|适老化|网站地图|网站声明|关于我们|联系我们|设为首页|加入收藏|智能问答|政务微信|手机版|简体|繁体|登录|注册)(?:[\s|｜·:：].{0,60})?$/u,
  /^(?:上一篇|下一篇|上一条|下一条|相关(?:链接|文章|附件|阅读|解读|文件|政策|稿件)|附件下载|点击下载|下载附件|政策解读|文件解读|图解|版权所有|主办(?:单位)?|承办(?:单位)?|技术支持|备案号|网站标识码|Copyright|©|微信|微博|QQ空间|朋友圈|广告|推广|赞助)(?:[\s|｜:：©].{0,80})?$/iu,
  /^[\u4e00-\u9fff]{2,20}(?:门户网站|政府网站?|信息网|官方网站|官网)$/u,
  /^(?:扫一扫|扫描|微信扫|用手机扫)[^。；]{0,30}(?:页面?|二维码|分享|查看|阅读|浏览|打开)$|^[\u4e00-\u9fff]{2,16}公报$|^【(?:打印|关闭|图解|解读|视频|字体|大|我要|返回|收藏|纠错)[^】]{0,20}】.{0,40}$/u,
  /^[（(]?(?:本文|此件)?(?:有|略有)删[减节][）)]?$/u,
  /^.{0,2}ICP备|^.公网安备|^(?:网站)?标识码/u,
  /^[【[(（]?\s*[大中小](?:[\s|】\])）]+[【[(（]?\s*[大中小])+[\s】\])）]*(?:打印|关闭|收藏)*[\s】]*$/u,
]

/** Whether a line, by itself, is furniture: a page number, a menu, a meta line of a site. */
export const isFurniture = (text: string): boolean =>
  (text.length <= 100 && kinds.some((kind) => kind.test(text))) || (text.length <= 160 && metaLine.test(text.replace(/\s/gu, '')))

// 索引号⇥0001⇥发文机关⇥某局: the head of a site's page as a table
const isMetaRow = (text: string): boolean => {
  const cells = text.split('\t').map((cell) => cell.replace(/\s/gu, ''))
  return cells.length > 1 && cells.every((cell, i) => i % 2 === 1 || metaKey.test(cell) || cell === '') && cells[0] !== ''
}
const isRuler = (text: string) => /^[\s:-]*-{2,}[\s:-]*$/u.test(text)

const isPageNumber = (text: string) => pageNumbers.some((kind) => kind.test(text)) || /^\d{1,3}$/.test(text)

/** Lines that are furniture: by themselves, as bare page numbers that count up, or as running headers beside page numbers. */
export function findFurniture(lines: Line[]): Set<Line> {
  const found = new Set(
    lines.filter(({ text }) =>
      text.includes('\t') ? isMetaRow(text) || metaLine.test(text.replace(/\s/gu, '')) || isRuler(text) : isFurniture(text.trim()),
    ),
  )
  for (const line of findBareNumbers(lines)) found.add(line)
  const pages = new Set([...found].filter((line) => isPageNumber(line.text.trim())))
  for (const line of findRunningHeads(lines, found, pages)) found.add(line)
  for (const line of findRepeatedHeaders(lines)) found.add(line)
  for (const line of findMenu(lines, found)) found.add(line)
  for (const line of findTrail(lines, found)) found.add(line)
  return found
}

const crumb = /[>＞»]|^(?:您(?:现在)?(?:所在)?的?位置|当前位置|首页|网站首页)/u

// 机构概况⏎通知公告⏎当前位置：首页 > 文件 — short words above the line that says where one is are the menu of a site
function findMenu(lines: Line[], known: Set<Line>): Line[] {
  const at = lines.slice(0, 60).findLastIndex((line) => known.has(line) && crumb.test(line.text.trim()))
  return lines.slice(0, Math.max(at, 0)).filter(({ text }) => {
    const bare = text.trim()
    return bare.length <= 12 && !/[。；：〔\d]/u.test(bare) && !findLabel(bare) && (!titleEnd.test(bare) || bare.length < 7)
  })
}

const opensTrail = /^(?:相关|附件下载|下载附件|上一[篇条]|下一[篇条]|分享|扫一扫|【|版权所有|主办|政策解读|打印|责任编辑|编辑)/u

// 相关链接：⏎某方案解读⏎主办：某局 — below what closes a page of a site only short lines follow, none a sentence
function findTrail(lines: Line[], known: Set<Line>): Line[] {
  let from = lines.length
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] as Line
    const text = line.text.trim()
    if (known.has(line) && opensTrail.test(text)) from = i
    else if (
      !known.has(line) &&
      (text.length > 60 || /[。；]/.test(text) || findLabel(text) || /^附\s*件|\d日$|印发$|公开[）)]?$/u.test(text))
    )
      break
  }
  return lines.slice(from)
}

// 1 … 2 … 3: numbers alone on their lines, counting up by one, far apart
function findBareNumbers(lines: Line[]): Line[] {
  const bare = lines.flatMap((line, i) => (/^\d{1,3}$/.test(line.text.trim()) ? [{ line, i, n: Number(line.text.trim()) }] : []))
  const counts =
    bare.length > 1 && bare.every(({ n, i }, k) => k === 0 || (n === (bare[k - 1]?.n ?? 0) + 1 && i - (bare[k - 1]?.i ?? 0) > 8))
  return counts ? bare.map(({ line }) => line) : []
}

// the same short line again and again, always next to a page number
function findRunningHeads(lines: Line[], known: Set<Line>, pages: Set<Line>): Line[] {
  const groups = new Map<string, number[]>()
  lines.forEach((line, i) => {
    const text = line.text.trim()
    if (text.length < 4 || text.length > 40 || text.includes('\t') || known.has(line) || findLabel(text) || /[。；：]$/.test(text)) return
    const open = groups.get(text)
    if (open) open.push(i)
    else groups.set(text, [i])
  })
  const beside = (i: number) => [i - 1, i + 1].some((k) => lines[k] && pages.has(lines[k] as Line))
  return [...groups].flatMap(([text, at]) => {
    const marked = at.filter(beside)
    // a gazette's name runs over the first page too; a title there is the document's own
    const all = marked.length > 1 && !titleEnd.test(text)
    return (at.length > 1 ? (all ? at : marked) : []).map((i) => lines[i] as Line)
  })
}

// 序号⇥任务⇥责任单位 again at the head of the next page of a table
function findRepeatedHeaders(lines: Line[]): Line[] {
  const seen = new Set<string>()
  let rows = 0
  return lines.filter(({ text }) => {
    if (!text.includes('\t')) {
      if (text.trim().length > 20 || ++rows > 3) seen.clear()
      return false
    }
    rows = 0
    const key = text.replace(/[ \u3000]/gu, '')
    if (!/^(?:序号|编号|指标|领域|类别|项目|任务|工作任务|重点任务)(?=\t)/u.test(key)) return false
    const again = seen.has(key)
    seen.add(key)
    return again
  })
}

const contents = /^目\s*录$/u
const leader = /(?:[.…·．\s]{3,}|…+|\t\s*)\d{1,3}$/u

/** A table of contents: from the line 目录 on, every line that ends in a page number or stands again later as a heading. */
export function findContents(lines: Line[]): Set<Line> {
  const at = lines.findIndex((line) => contents.test(line.text.trim()))
  if (at < 0) return new Set()
  const bare = (text: string) => text.replace(leader, '').replace(/\s/g, '')
  const later = new Map<string, number>()
  for (const [i, line] of lines.entries()) later.set(bare(line.text), i)
  const listed = ({ text }: Line, i: number) =>
    leader.test(text) || [bare(text), bare(text.replace(/\s\d{1,3}$/u, ''))].some((entry) => (later.get(entry) ?? 0) > i)
  let end = at + 1
  while (end < lines.length && listed(lines[end] as Line, end)) end++
  return new Set(lines.slice(at, end))
}
