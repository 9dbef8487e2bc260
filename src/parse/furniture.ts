import { findLabel } from './label.ts'
import type { Line } from './lines.ts'

/** What stands around a document on a page or a site and is none of its text. A new kind is a new row. */
const kinds: RegExp[] = [
  /^[-—=_*·.\s\u2E3A\u2E3B\u2015\u2500\u2501]{2,}$/u,
  /^[-—–·•\s]*(?:第\s*)?\d{1,4}\s*(?:页)?\s*[-—–·•]+$|^[-—–·•]+\s*\d{1,4}\s*[-—–·•\s]*$/u,
  /^第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?$|^\d{1,4}\s*\/\s*\d{1,4}$|^Page\s+\d+(?:\s+of\s+\d+)?$/iu,
  /^[^。]{0,40}[>＞»][^。]{0,30}(?:[>＞»][^。]{0,30})?$/u,
  /^(?:您(?:现在)?(?:所在)?的?位置|当前位置|首页|网站首页|返回首页|返回顶部|打印(?:本页)?|关闭(?:窗口|本页)?|收藏|分享(?:到|至)?|扫一扫|无障碍(?:浏览|阅读)?|长者(?:模式|版)|适老化|网站地图|联系我们|设为首页|加入收藏|智能问答|政务微信|手机版)(?:[\s|｜·:：].{0,40})?$/u,
  /^[【[(（]?\s*(?:字号|字体|视力保护色|浏览次数|点击(?:数|量|次数)|阅读(?:数|量|次数)|访问量|来源|信息来源|作者|责任编辑|编辑|审核|发布(?:时间|日期|机构|单位)|更新(?:时间|日期)|索引号?|信息索引|主题(?:分类|词)|体裁分类|公文种类|组配分类|有效性|是否有效|文件状态|公开(?:方式|类别|范围|形式|时限)|生成日期|成文日期|发文日期|印发日期|发文机关|发文单位|发布机关|制发机关|标\s*题|公文标题|名\s*称|关键词)\s*[:：]?\s*[:：].{0,60}$/u,
  /^(?:上一篇|下一篇|上一条|下一条|相关(?:链接|文章|附件|阅读|解读)|附件下载|点击下载|下载附件|政策解读|图解|版权所有|主办(?:单位)?[:：]|承办(?:单位)?[:：]|技术支持|备案号?|.{0,2}ICP备|.公网安备|网站标识码|Copyright|©)/iu,
  /^(?:微信|微博|QQ空间|朋友圈|【?(?:大|中|小)】?[\s|]*【?(?:大|中|小)】?)/u,
  /^(?:广告|推广|赞助)[:：]?/u,
]

/** Whether a line, by itself, is furniture: a page number, a menu, a meta line of a site. */
export const isFurniture = (text: string): boolean => text.length <= 100 && kinds.some((kind) => kind.test(text))

const isPageNumber = (text: string) => kinds.slice(1, 3).some((kind) => kind.test(text)) || /^\d{1,3}$/.test(text)

/** Lines that are furniture: by themselves, as bare page numbers that count up, or as running headers beside page numbers. */
export function findFurniture(lines: Line[]): Set<Line> {
  const found = new Set(lines.filter((line) => !line.text.includes('\t') && isFurniture(line.text.trim())))
  for (const line of findBareNumbers(lines)) found.add(line)
  const pages = new Set([...found].filter((line) => isPageNumber(line.text.trim())))
  for (const line of findRunningHeads(lines, found, pages)) found.add(line)
  return found
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
    if (text.length < 4 || text.length > 40 || known.has(line) || findLabel(text) || /[。；：]$/.test(text)) return
    const open = groups.get(text)
    if (open) open.push(i)
    else groups.set(text, [i])
  })
  const beside = (i: number) => [i - 1, i + 1].some((k) => lines[k] && pages.has(lines[k] as Line))
  return [...groups.values()].filter((at) => at.length > 1).flatMap((at) => at.filter(beside).map((i) => lines[i] as Line))
}

const contents = /^目\s*录$/u
const leader = /[.…·．\s]{3,}\d{1,3}$/u

/** A table of contents: from the line 目录 on, every line that ends in a page number or stands again later as a heading. */
export function findContents(lines: Line[]): Set<Line> {
  const at = lines.findIndex((line) => contents.test(line.text.trim()))
  if (at < 0) return new Set()
  const bare = (text: string) => text.replace(leader, '').replace(/\s/g, '')
  const later = new Map<string, number>()
  for (const [i, line] of lines.entries()) later.set(bare(line.text), i)
  let end = at + 1
  while (end < lines.length && (leader.test((lines[end] as Line).text) || (later.get(bare((lines[end] as Line).text)) ?? 0) > end)) end++
  return new Set(lines.slice(at, end))
}
