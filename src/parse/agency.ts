const suffix =
  '(?:委员会|专班|领导小组|指挥部|总院|法院|检察院|学院|总社|支队|总队|机关|人民政府|政府|管委会|分局|局|委|厅|办公室|办|部|处室|处|中心|医院|院|单位|司令部|军分区|团体|部门|党组|中央|总工会|联合会)'
const name = new RegExp(`^(?:[\\u4e00-\\u9fff“”XxＸ×○〇]|[（(][^（）()]{1,8}[）)]){1,24}${suffix}(?:[（(][^（）()]{0,14}[）)])?$`, 'u')

// words that only look like the name of an office: 优化布局, 急救中心建设中心
const notAgency =
  /(?:[布格大全开结破战]局|内部|外部|全部|局部|干部|中医|住院|出院|[^县市省级]单位用处|好处|益处|到位|意见办|[一二三四五六七八九十])$|^[（(][一二三四五六七八九十\d]/u

/** Whether a piece of text is the name of one agency: `云南省民政厅` yes, `总体要求`, `优化布局` no. */
export const isAgency = (text: string) => name.test(text) && !notAgency.test(text)

/** A line that holds nothing but agencies, spaced out or one alone → their names, else `[]`. */
export function agenciesOfLine(line: string): string[] {
  const names = line.split(/[\s\u3000]+/u).filter(Boolean)
  return names.every(isAgency) ? names : []
}

/** List of agencies as printed → names, commas and 、 outside brackets being the only breaks: `市财政局、各县（市、区）人民政府` → 2 names. */
export function splitAgencies(list: string): string[] {
  const names: string[] = []
  let depth = 0
  let open = ''
  for (const c of list.replace(/[\s\u3000]/gu, '')) {
    if (/[（(〈［]/.test(c)) depth++
    if (/[）)〉］]/.test(c)) depth--
    if (depth === 0 && /[、，,；;：:。]/.test(c)) {
      names.push(open)
      open = ''
    } else open += c
  }
  return joinPlaces([...names, open].filter(Boolean))
}

const place =
  /^各?(?:设区)?(?:省|市|州|盟|地|县|区|旗|乡|镇|街道|乡镇|自治[区州县]|直辖市|计划单列市|(?:省|市|州|县|区|乡|镇)?[（(][市州盟区县旗街道镇、，]{1,9}[）)])$/u

// 各市、州、县人民政府 and 省直各委、办、厅、局 are one body each
function joinPlaces(pieces: string[]): string[] {
  const names: string[] = []
  let open = ''
  for (const [i, piece] of pieces.entries()) {
    if (place.test(piece) && i + 1 < pieces.length) open += `${piece}、`
    else if (/^[办厅局委部会院]$/u.test(piece) && names.length > 0 && !open) names[names.length - 1] += `、${piece}`
    else {
      names.push(open + piece)
      open = ''
    }
  }
  return names
}
