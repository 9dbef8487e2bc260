import { Converter } from 'opencc-js/t2cn'
import type { Noted } from './repair.ts'

// characters of everyday official prose that only a Traditional copy holds
const telltale = /[國務關於衛醫療機構鄉鎮縣實現與發個為對會廳農業區員條準經濟貧產後從門點當應該讓說進這還總統員並無處]/gu
const han = /[\u4e00-\u9fff]/gu
const convert = Converter({ from: 't', to: 'cn' })

/**
 * Traditional copy → the Simplified text it was made from, line by line and to the same length; any other text comes back as it is.
 * A text is a Traditional copy where at least one Chinese character in twenty of its beginning is one that only such copies hold.
 */
export function simplify(text: string): { text: string; noted: Noted[] } {
  const sample = text.slice(0, 6_000)
  const found = sample.match(telltale)?.length ?? 0
  if (found < 8 || found * 20 < (sample.match(han)?.length ?? 0)) return { text, noted: [] }
  const noted: Noted[] = []
  let offset = 0
  const lines = text.split('\n').map((line) => {
    const start = offset
    offset += line.length + 1
    const put = convert(line)
    if (put === line || put.length !== line.length) return line
    noted.push({ severity: 'info', code: 'traditional', message: 'Traditional characters are read as Simplified ones.', offset: start })
    return put
  })
  return { text: lines.join('\n'), noted }
}
