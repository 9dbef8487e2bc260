import type { Diagnostic } from '../model/parsed.ts'
import { leftOut } from './lines.ts'

/** A repair or fault with its offset; line and column are added when the document is whole. */
export type Noted = Omit<Diagnostic, 'line' | 'column'> & { offset: number }

// CJK radicals that NFKC leaves alone, each followed by the character it stands for in running text
const radicals =
  '⺁厂⺅亻⺆冂⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢水⺣灬⺤爪⺥爪⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱罒⺲罒⺳网⺶羊⺷羊⺸羊⺹老⺻聿⺼月⺽臼⺾艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟饣⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲亀⻳龟'
const character = new Map<string, string>()
for (let i = 0; i < radicals.length; i += 2) character.set(radicals[i] as string, radicals[i + 1] as string)

interface Rule {
  code: string
  what: string
  pattern: RegExp
  put: (found: string) => string
}

const blank = (found: string) => ' '.repeat(found.length)
// what is left out within a word keeps its length and no place in the line
const leave = (found: string) => leftOut.repeat(found.length)
const compatible = (c: string) => character.get(c) ?? (c.normalize('NFKC').length === 1 ? c.normalize('NFKC') : c)

/** Remarks of an editor in a digest, `<!-- … -->`, are no text. */
const remark = /<!--[\s\S]{0,4000}?-->/gu

/** What is mended character by character, always to the same length, so that no offset moves. */
const rules: Rule[] = [
  {
    code: 'radical',
    what: 'Radicals stand for characters',
    pattern: /[\u2E80-\u2FD5\uF900-\uFAFF]+/gu,
    put: (s) => [...s].map(compatible).join(''),
  },
  {
    code: 'wide-digit',
    what: 'Full-width digits or letters',
    pattern: /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]+/gu,
    put: (s) => s.normalize('NFKC'),
  },
  {
    code: 'wide-digit',
    what: 'A full-width point within a figure',
    pattern: /(?<=[^\n\d\s]\s{0,3}\d{1,6}\s{0,3})．(?=\s{0,3}\d)/gu,
    put: () => '.',
  },
  {
    code: 'half-width',
    what: 'Half-width punctuation between Chinese characters',
    pattern:
      /(?<=[\u4e00-\u9fff”》）)%％\d]\s{0,3})[,;:?!](?=\s{0,3}(?:[\u4e00-\u9fff“《（(]|$))|(?<=[\u4e00-\u9fff”》）)]\s{0,3})[,;](?=\s{0,3}\d)/gmu,
    put: (s) => String.fromCharCode(s.charCodeAt(0) + 0xfee0),
  },
  {
    code: 'half-width',
    what: 'A half-width full stop',
    pattern:
      /(?<=[\u4e00-\u9fff”》）)%％]\s{0,3})(?<!(?:^|[\n\s#*])\s{0,4}[（(]?\s?[一二三四五六七八九十]{1,3}\s?[）)]?\s?)\.(?=\s{0,3}(?:[\u4e00-\u9fff“《（(]|$))/gmu,
    put: () => '。',
  },
  {
    code: 'odd-dash',
    what: 'A bar stands for a dash',
    pattern: /(?<=[\d年月\u4e00-\u9fff])\u2015+(?=\s{0,40}[\d\u4e00-\u9fff])/gu,
    put: (s) => s.replaceAll('\u2015', '—'),
  },
  { code: 'odd-space', what: 'Spaces of another kind', pattern: /[\u00A0\u2000-\u200A\u202F\u205F]+/gu, put: blank },
  {
    code: 'hidden-character',
    what: 'Characters without width',
    pattern: /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\u00AD\uFEFF]+/gu,
    put: leave,
  },
  { code: 'form-feed', what: 'A form feed', pattern: /[\f\v]/gu, put: () => '\n' },
  { code: 'control-character', what: 'Control characters', pattern: /[\u0000-\u0008\u000E-\u001F\u007F]+/gu, put: blank },
  {
    code: 'pinyin',
    what: 'Pinyin in brackets',
    pattern: /[（(][a-zü\s\d'’,，-]{0,40}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ\s\d'’,，-]{0,80}[）)]/giu,
    put: leave,
  },
]

/** Text → the same text with characters that typesetting spoiled put right, and what was done; the length stays. */
export function repairCharacters(text: string): { text: string; noted: Noted[] } {
  const noted: Noted[] = []
  let out = text.replace(remark, (found) => found.replace(/[^\n]/g, ' '))
  for (const { code, what, pattern, put } of rules)
    out = out.replace(pattern, (found, offset: number) => {
      const put1 = put(found)
      if (put1 !== found)
        noted.push({ severity: 'info', code, message: `${what}: read as "${put1.replaceAll(leftOut, '').trim()}".`, offset })
      return put1
    })
  return { text: out, noted }
}

const masked =
  /(?<![\d*＊×_＿XxＸ])(?:\d{1,3}[*＊×]{1,4}|[*＊×]{2,4}|[_＿]{2,20}|\d{0,4}[XxＸ]{1,4})(?=\s*(?:年|月|日|%|％|‰|个|人|名|万|元|张|所|家|岁|号|例|次))|〔\d{5,}号?|[〔（([]\s*[*＊×XxＸ_]{2,4}\s*[〕）)\]]\s*[\d*＊×XxＸ_]*\s*号|(?<=[〕）)\]】])\s*第?[*＊×XxＸ_＿]{1,4}\s*号/gu

/** Figures and numbers that are masked or damaged: named, never read. */
export const findIllegible = (text: string): Noted[] =>
  [...(/[*＊×XxＸ_＿]|〔\d{5}/u.test(text) ? text.matchAll(masked) : [])].map((m) => ({
    severity: 'warning',
    code: 'illegible',
    message: `"${m[0].trim()}" is masked or damaged; no value is read from it.`,
    offset: m.index,
  }))
