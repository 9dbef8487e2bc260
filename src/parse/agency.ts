const suffix =
  '(?:委员会|人民政府|政府|管委会|分局|局|委|厅|办公室|办|部|处室|处|中心|医院|院|单位|司令部|军分区|团体|部门|党组|总工会|联合会)'
const name = new RegExp(`^(?:[\\u4e00-\\u9fff“”]|[（(][^（）()]{1,8}[）)]){1,24}${suffix}(?:[（(][^（）()]{0,14}[）)])?$`, 'u')

/** Whether a piece of text is the name of one agency: `云南省民政厅` yes, `总体要求` no. */
export const isAgency = (text: string) => name.test(text)

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
    if (/[（(]/.test(c)) depth++
    if (/[）)]/.test(c)) depth--
    if (depth === 0 && /[、，,；;：:。]/.test(c)) {
      names.push(open)
      open = ''
    } else open += c
  }
  return [...names, open].filter(Boolean)
}
