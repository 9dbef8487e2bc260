/** One level of a list as a word processor defines it: `（%1）` with 一, 二, 三. */
interface ListLevel {
  format: string
  text: string
  start: number
}
/** `shared`: lists of one pattern count on from each other, unless one of them starts anew. */
interface List {
  shared: string
  levels: Map<number, ListLevel>
}

const digitsOfHan = '零一二三四五六七八九'

/** 0-999 → 一, 十二, 一百零三. */
function renderHan(n: number): string {
  if (n < 10) return digitsOfHan[n] as string
  if (n < 20) return `十${n > 10 ? digitsOfHan[n - 10] : ''}`
  if (n < 100) return `${digitsOfHan[Math.floor(n / 10)]}十${n % 10 ? digitsOfHan[n % 10] : ''}`
  const rest = n % 100
  return `${digitsOfHan[Math.floor(n / 100) % 10]}百${rest === 0 ? '' : rest < 10 ? `零${digitsOfHan[rest]}` : rest < 20 ? `一${renderHan(rest)}` : renderHan(rest)}`
}

/** Number in the format of a list level; `''` for bullets and formats that stand for no number. */
function renderNumber(n: number, format: string): string {
  if (/^(?:chinese|japaneseCounting|taiwaneseCounting|ideographDigital)/.test(format)) return renderHan(n)
  if (format === 'decimalFullWidth' || format === 'decimalFullWidth2')
    return String(n).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
  if (/^decimalEnclosedCircle/.test(format)) return n <= 20 ? String.fromCodePoint(0x2460 + n - 1) : `(${n})`
  if (/^(?:bullet|none)$/.test(format)) return ''
  return String(n)
}

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\bw:${name}="([^"]*)"`).exec(tag)?.[1]
const readEntities = (text: string) =>
  text.replace(/&(?:lt|gt|quot|apos|amp);/g, (e) => ({ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" })[e] ?? '&')

// numbering.xml → the levels of each list by its number
function readLists(xml: string): Map<string, List> {
  const patterns = new Map<string, List>()
  const lists = new Map<string, List>()
  let list: List | null = null
  let level: ListLevel | null = null
  for (const [tag] of xml.matchAll(
    /<\/?w:(?:abstractNum|lvl|start|numFmt|lvlText|num|abstractNumId|startOverride|lvlOverride)(?=[\s/>])[^>]*>/g,
  )) {
    if (tag.startsWith('<w:abstractNumId')) {
      const pattern = patterns.get(attribute(tag, 'val') ?? '')
      for (const [k, v] of pattern?.levels ?? []) list?.levels.set(k, { ...v })
      if (list && pattern) list.shared = pattern.shared
    } else if (tag.startsWith('<w:abstractNum') || tag.startsWith('<w:num ')) {
      const key = attribute(tag, tag.startsWith('<w:num ') ? 'numId' : 'abstractNumId') ?? ''
      list = { shared: `pattern ${key}`, levels: new Map() }
      ;(tag.startsWith('<w:num ') ? lists : patterns).set(key, list)
    } else if (/^<w:lvl(?:Override)? /.test(tag)) {
      const k = Number(attribute(tag, 'ilvl') ?? 0)
      level = tag.startsWith('<w:lvl ') ? { format: 'decimal', text: '', start: 1 } : (list?.levels.get(k) ?? null)
      if (level) list?.levels.set(k, level)
    } else if (level && /^<w:start(?:Override)?[ /]/.test(tag)) {
      level.start = Number(attribute(tag, 'val') ?? 1)
      if (list && tag.startsWith('<w:startOverride')) list.shared = `list ${[...lists.keys()].at(-1)}`
    } else if (level && tag.startsWith('<w:numFmt')) level.format = attribute(tag, 'val') ?? 'decimal'
    else if (level && tag.startsWith('<w:lvlText')) level.text = readEntities(attribute(tag, 'val') ?? '')
  }
  return lists
}

interface Numbered {
  list?: string
  level?: number
  style?: string
}

// styles.xml → the list that paragraphs of a style belong to
function readStyles(xml: string): Map<string, Numbered> {
  const styles = new Map<string, Numbered>()
  let style: Numbered = {}
  for (const [tag] of xml.matchAll(/<w:(?:style|basedOn|numId|ilvl)(?=[\s/>])[^>]*>/g)) {
    if (tag.startsWith('<w:style')) {
      style = {}
      styles.set(attribute(tag, 'styleId') ?? '', style)
    } else if (tag.startsWith('<w:basedOn')) style.style = attribute(tag, 'val')
    else if (tag.startsWith('<w:numId')) style.list = attribute(tag, 'val')
    else style.level = Number(attribute(tag, 'val') ?? 0)
  }
  return styles
}

function resolve(own: Numbered, styles: Map<string, Numbered>): { list: string; level: number } | null {
  let at: Numbered | undefined = own
  let level = own.level
  for (let depth = 0; at && depth < 12; depth++) {
    level ??= at.level
    if (at.list !== undefined) return at.list === '0' ? null : { list: at.list, level: level ?? 0 }
    at = at.style === undefined ? undefined : styles.get(at.style)
  }
  return null
}

/**
 * Parts of a .docx → its document.xml with the labels that a word processor only draws (automatic numbering: 一、 （一） 1.) written into the
 * paragraphs, so that they are text.
 */
export function writeLabels(document: string, numbering: string, styleSheet: string): string {
  const lists = readLists(numbering)
  if (lists.size === 0) return document
  const styles = readStyles(styleSheet)
  const counts = new Map<string, number[]>()
  const out: string[] = []
  let from = 0
  let own: Numbered = {}
  for (const m of document.matchAll(/<\/?w:(?:p|pPr|numId|ilvl|pStyle)(?=[\s/>])[^>]*>/g)) {
    const [tag] = m
    if (tag.startsWith('<w:pStyle')) own.style = attribute(tag, 'val')
    else if (tag.startsWith('<w:numId')) own.list = attribute(tag, 'val')
    else if (tag.startsWith('<w:ilvl')) own.level = Number(attribute(tag, 'val') ?? 0)
    else if (tag.startsWith('<w:p ') || tag === '<w:p>') own = {}
    else if (tag === '</w:pPr>') {
      const label = nextLabel(resolve(own, styles), lists, counts)
      const end = m.index + tag.length
      if (label) {
        out.push(document.slice(from, end), `<w:r><w:t xml:space="preserve">${label}</w:t></w:r>`)
        from = end
      }
    }
  }
  return out.join('') + document.slice(from)
}

function nextLabel(at: { list: string; level: number } | null, lists: Map<string, List>, counts: Map<string, number[]>): string {
  const list = at && lists.get(at.list)
  const level = list?.levels.get(at?.level ?? 0)
  if (!at || !list || !level) return ''
  const count = counts.get(list.shared) ?? []
  counts.set(list.shared, count)
  count.length = Math.max(count.length, at.level + 1)
  count[at.level] = (count[at.level] ?? level.start - 1) + 1
  count.length = at.level + 1
  if (level.format === 'bullet') return ''
  const label = level.text.replace(/%(\d)/g, (_, d: string) => {
    const other = list.levels.get(Number(d) - 1)
    return renderNumber(count[Number(d) - 1] ?? other?.start ?? 1, other?.format ?? 'decimal')
  })
  return /[编篇章节条]$/u.test(label) ? `${label}\u3000` : label
}
