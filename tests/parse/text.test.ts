import { describe, expect, it } from 'vitest'
import { usualLimits } from '../../src/model/limits.ts'
import { parseEnglish } from '../../src/parse/english.ts'
import { checkText } from '../../src/parse/guard.ts'
import { decodeText, readDocument } from '../../src/parse/reader.ts'
import { simplify } from '../../src/parse/traditional.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const wide = (text: string, littleEndian: boolean, mark: boolean) => {
  const units = [...(mark ? [0xfeff] : []), ...Array.from(text, (c) => c.charCodeAt(0))]
  return Uint8Array.from(units.flatMap((u) => (littleEndian ? [u & 255, u >> 8] : [u >> 8, u & 255])))
}

describe('encodings', () => {
  const text = 'A plan, 2023: 乡村'
  it('reads UTF-8 and UTF-16 of both orders, with a mark and without', () => {
    expect(decodeText(bytesOf(text))).toBe(text)
    expect(decodeText(bytesOf(`\ufeff${text}`))).toBe(text)
    for (const order of [true, false]) for (const mark of [true, false]) expect(decodeText(wide(text, order, mark))).toBe(text)
  })
  it('reads GB18030 where the bytes are no UTF-8', () => {
    expect(decodeText(Uint8Array.of(0xcf, 0xe7, 0xb4, 0xe5, 0x41))).toBe('乡村A')
  })
  it('takes a lone zero in a few bytes for no UTF-16, and neither half a mark for one', () => {
    expect(decodeText(Uint8Array.of(0x41, 0, 0x42))).toBe('A\0B')
    expect(decodeText(Uint8Array.of())).toBe('')
    expect(decodeText(Uint8Array.of(0xfe, 0x41))).not.toMatch(/^A?$/)
  })
})

describe('kinds of files', () => {
  it('reads a page by its name or its beginning, and anything else as text', async () => {
    expect(await readDocument(bytesOf('<p>甲</p>'), 'a.html')).toBe('甲')
    expect(await readDocument(bytesOf('<p>甲</p>'), 'a.HTM')).toBe('甲')
    expect(await readDocument(bytesOf('  <!DOCTYPE html><p>甲</p>'), 'a')).toBe('甲')
    expect(await readDocument(bytesOf('<html><p>甲</p></html>'), 'a.txt')).toBe('甲')
    expect(await readDocument(bytesOf('一、见 <html> 一词'), 'a.txt')).toBe('一、见 <html> 一词')
    expect(await readDocument(bytesOf('<p>甲</p>'), 'a.html.txt')).toBe('<p>甲</p>')
  })
  it('takes a .docx and a PDF by their bytes, and refuses what is neither whole', async () => {
    await expect(readDocument(bytesOf('PK\u0003\u0004 no zip'), 'a.txt')).rejects.toThrow()
    await expect(readDocument(bytesOf('%PDF-1.7 no pages'), 'a.txt')).rejects.toThrow()
  })
  it('refuses a file beyond the limit, not one at it', async () => {
    const limits = { ...usualLimits, fileBytes: 3 }
    expect(await readDocument(bytesOf('abc'), 'a', limits)).toBe('abc')
    await expect(readDocument(bytesOf('abcd'), 'a', limits)).rejects.toThrow('The file has 4 bytes; 3 are allowed.')
  })
})

describe('what no honest file holds', () => {
  const limits = { ...usualLimits, lineCharacters: 10 }
  const found = (text: string) => checkText(text, 'a.md', limits)
  it('is found once of each kind, with its place', () => {
    expect(found('plain\ntext')).toEqual([])
    const problems = found('a\nbc\0\0\n\u202ed')
    expect(problems.map(({ file, line, column }) => [file, line, column])).toEqual([
      ['a.md', 2, 3],
      ['a.md', 3, 1],
    ])
    for (const { message, fix } of problems) expect(`${message} ${fix}`).toMatch(/NUL.*Take it out; |turns the direction.*Take it out\.$/)
    for (const turn of '\u202a\u202b\u202c\u202d\u2066\u2067\u2068\u2069') expect(found(turn)).toHaveLength(1)
    for (const harmless of '\u2029\u202f\u2065\u206a') expect(found(harmless)).toEqual([])
  })
  it('is a line beyond the limit, the first of them, not one at it', () => {
    expect(found('0123456789')).toEqual([])
    expect(found('0123456789\n0123456789')).toEqual([])
    expect(found('01234567890')[0]).toMatchObject({ line: 1, column: 1, message: 'The line has more than 10 characters.' })
    expect(found('short\n\n01234567890\n01234567890')[0]).toMatchObject({ line: 3, fix: expect.stringContaining('data/limits.yaml') })
    expect(found('01234567890\nshort')[0]).toMatchObject({ line: 1 })
  })
})

describe('English digests', () => {
  it('are cut at headings that begin with the path of the clause', () => {
    const text =
      '# A plan \n\nBefore any section.\n\n## 一  Aims \n\n first line \nsecond line\n\n## 二/（三）\ntext\n### not a section\n##一 neither'
    expect(parseEnglish(text)).toEqual({
      title: 'A plan',
      sections: [
        { path: '一', heading: 'Aims', text: 'first line\nsecond line', line: 5 },
        { path: '二/（三）', heading: '', text: 'text\n### not a section\n##一 neither', line: 10 },
      ],
    })
    expect(parseEnglish('')).toEqual({ title: '', sections: [] })
  })
})

describe('Traditional copies', () => {
  const copy = '國務院關於鄉鎮衛生醫療機構的通知'
  it('are read as the Simplified text, every changed line noted where it begins', () => {
    expect(simplify(`${copy}\n第一条\n各縣`)).toEqual({
      text: '国务院关于乡镇卫生医疗机构的通知\n第一条\n各县',
      noted: [0, 21].map((offset) => ({
        severity: 'info',
        code: 'traditional',
        message: 'Traditional characters are read as Simplified ones.',
        offset,
      })),
    })
  })
  it('are told by eight characters at least, and one in twenty', () => {
    const seven = '國務關於鄉鎮衛'
    expect(simplify(seven)).toEqual({ text: seven, noted: [] })
    expect(simplify(`${seven}醫`).noted).toHaveLength(1)
    expect(simplify(`${seven}醫${'一'.repeat(152)}`).noted).toHaveLength(1)
    expect(simplify(`${seven}醫${'一'.repeat(153)}`).noted).toEqual([])
    // what is no Chinese character does not count, nor what stands after the beginning
    expect(simplify(`${seven}醫${'a'.repeat(500)}`).noted).toHaveLength(1)
    expect(simplify(`${'a'.repeat(6000)}${copy}`).noted).toEqual([])
  })
})
