/** How a region is drawn: a colour that is its province's for ever, and a stroke that tells the level. */
export interface Stroke {
  colour: string
  /** dashes as SVG takes them; none for a province or the nation */
  dash: string | null
}

// seven colours for 34 provinces, by the first two digits of the code; the first colour is the nation's
const provinces: { [province: string]: number } = Object.fromEntries(
  '11:5 12:6 13:7 14:8 15:2 21:3 22:5 23:6 31:8 32:4 33:6 34:7 35:5 36:2 37:6 41:8 42:3 43:5 44:4 45:8 46:6 50:2 51:5 52:8 53:7 54:3 61:4 62:6 63:2 64:5 65:8 71:3 81:4 82:7'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string])
    .map(([province, colour]) => [province, Number(colour)]),
)

/** Region code → its stroke, whatever else is drawn: `360700` → the colour of Jiangxi, dashed. */
export function strokeOf(code: string): Stroke {
  const colour = `var(--c${provinces[code.slice(0, 2)] ?? 1})`
  return { colour, dash: code.endsWith('0000') ? null : code.endsWith('00') ? '7 3' : '2 3' }
}

/** Share of a whole, 0 to 1 → one of five steps from light to dark. */
export const stepOf = (share: number): string => `var(--q${Math.min(5, Math.max(1, Math.ceil(share * 5)))})`
