import * as words from './words.ts'

const [provinces, prefectures, counties] = [31, 333, 2844]
/** Places of a country as large as this one; document `n` is of place `n % places`. */
export const places = provinces + prefectures + counties

/** A made-up place: code, name, level, and the place above it, by number. */
export interface Place {
  code: string
  name: string
  level: 'province' | 'prefecture' | 'county'
  parent: number | null
}

const two = (n: number) => String(n).padStart(2, '0')
// every name once: heads and tails in turn
const nameOf = (k: number) =>
  `${words.placeHeads[k % words.placeHeads.length]}${words.placeTails[Math.floor(k / words.placeHeads.length) % words.placeTails.length]}`

/** Place of document `n`. */
export function placeOf(n: number): Place {
  const k = n % places
  const province = (p: number) => two(11 + p)
  if (k < provinces) return { code: `${province(k)}0000`, name: `${nameOf(k)}省`, level: 'province', parent: null }
  const prefecture = (q: number) => `${province(q % provinces)}${two(1 + Math.floor(q / provinces))}`
  if (k < provinces + prefectures) {
    const q = k - provinces
    return { code: `${prefecture(q)}00`, name: `${nameOf(k)}市`, level: 'prefecture', parent: q % provinces }
  }
  const c = k - provinces - prefectures
  const above = c % prefectures
  const code = `${prefecture(above)}${two(1 + Math.floor(c / prefectures))}`
  return { code, name: `${nameOf(k)}县`, level: 'county', parent: provinces + above }
}
