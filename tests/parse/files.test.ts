import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readText } from '../../src/parse/encoding.ts'
import { formatTable, parseTable, readRecords, scanTable, writeTable } from '../../src/parse/table.ts'
import { parseYaml, placeInYaml } from '../../src/parse/yaml.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const told = (problems: { line: number; column: number; message: string; fix: string }[]) =>
  problems.map(({ line, column, message, fix }) => `${line}:${column} ${message} ${fix}`)

describe('bytes of a file', () => {
  it('are UTF-8 with line endings LF', () => {
    expect(readText(bytes('甲\n乙\n'), 'x.csv')).toEqual({ text: '甲\n乙\n', problems: [] })
    expect(readText(bytes(''), 'x.csv')).toEqual({ text: '', problems: [] })
  })
  it('may have a byte order mark or CR LF, which are told and taken off', () => {
    const read = readText(bytes('\uFEFF甲\n乙,1\r\n丙\r\n'), 'x.csv')
    expect(read.text).toBe('甲\n乙,1\n丙\n')
    expect(read.problems.map((p) => p.file)).toEqual(['x.csv', 'x.csv'])
    expect(told(read.problems)).toEqual([
      '1:1 The file starts with a byte order mark. Save it as UTF-8 without a byte order mark.',
      '2:4 Lines end with CR LF (Windows). Save it with line endings LF (Unix).',
    ])
  })
  it('that are not UTF-8 give no text, and the place of the first', () => {
    const broken = Uint8Array.from([...bytes('一\n甲乙'), 0xff, ...bytes('丙')])
    const read = readText(broken, 'x.csv')
    expect(read.text).toBeNull()
    expect(told(read.problems)).toEqual(['2:3 The bytes are not UTF-8. Save the file as UTF-8 without a byte order mark.'])
  })
  it('that read as Chinese in GB18030 are said to', () => {
    // 卫生
    const read = readText(Uint8Array.from([0xce, 0xc0, 0xc9, 0xfa]), 'x.csv')
    expect(told(read.problems)).toEqual([
      '1:1 The bytes are not UTF-8; they look like GB18030. Save the file as UTF-8 without a byte order mark.',
    ])
  })
})

const Row = z.object({ code: z.string().regex(/^\d{6}$/), nameZh: z.string(), share: z.number().min(0) })
const read = (...rows: string[]) => parseTable(rows.join('\n'), 'x.csv', Row, ['share'])

describe('a table', () => {
  it('gives rows with the line and the columns where their cells start', () => {
    const { rows, problems } = read('code,name_zh,share', '360700,赣州,1.5', '', '"360781","瑞金, 市",-0')
    expect(problems).toEqual([])
    expect(rows.map((r) => r.value)).toEqual([
      { code: '360700', nameZh: '赣州', share: 1.5 },
      { code: '360781', nameZh: '瑞金, 市', share: -0 },
    ])
    expect(rows.map((r) => r.line)).toEqual([2, 4])
    expect(rows.map((r) => r.columns)).toEqual([
      { code: 1, nameZh: 8, share: 11 },
      { code: 1, nameZh: 10, share: 18 },
    ])
  })
  it('counts lines within quotes', () => {
    const { rows } = read('code,name_zh,share', '360700,"赣', '州",1', '360781,瑞金,2')
    expect(rows.map((r) => [r.line, r.value.nameZh])).toEqual([
      [2, '赣\n州'],
      [4, '瑞金'],
    ])
  })
  it('tells every fault with its place, and gives the rows that are right', () => {
    const { rows, problems } = read(
      'code,name_zh,share',
      '36070,赣州,1',
      '360700,赣州',
      '360700,赣州,一半',
      '360700,赣州,-1',
      '360781,瑞金,2',
    )
    expect(rows.map((r) => r.value.code)).toEqual(['360781'])
    expect(problems.every((p) => p.fix === 'Correct the cell; data/README.md lists the columns.')).toBe(true)
    expect(problems.map((p) => `${p.line}:${p.column} ${p.message}`)).toEqual([
      '2:1 code "36070" Invalid string: must match pattern /^\\d{6}$/.',
      '3:1 The row has 2 cells, the header 3.',
      '4:11 share is "一半", which is not a number.',
      '5:11 share "-1" Too small: expected number to be >=0.',
    ])
  })
  it.each([
    ['', '1:1 The file is empty. Start it with the header code,name_zh,share.'],
    [' \n', '1:1 The file is empty. Start it with the header code,name_zh,share.'],
    ['code,name_zh,share\n', '1:1 The table has a header but no rows. Add rows or remove the file.'],
    ['code,nameZh,share\n360700,赣州,1', '1:6 Column 2 of the header is "nameZh", not "name_zh". The header must be code,name_zh,share.'],
    ['code,name_zh\n360700,赣州', '1:1 Column 3 of the header is nothing, not "share". The header must be code,name_zh,share.'],
    ['code,name_zh,share,note\n', '1:20 Column 4 of the header is "note", not nothing. The header must be code,name_zh,share.'],
  ])('%j is told as a whole', (text, problem) => {
    const { rows, problems } = parseTable(text, 'x.csv', Row, ['share'])
    expect([rows, told(problems)]).toEqual([[], [problem]])
  })
  it('gives each row away as soon as it is read', () => {
    const seen: string[] = []
    const problems = scanTable('code,name_zh,share\n360700,赣州,1\n1,x,1\n', 'x.csv', Row, ['share'], (row) => seen.push(row.value.code))
    expect([seen, problems.length]).toEqual([['360700'], 1])
  })
  it('is written for programs with formulas defused, and reads as it was', () => {
    const text = writeTable(['zh', 'n'], [['=1+1', 2], ['-甲', -2], [null, null], ['', 0], ['a,"b"', 1]], '\n') // biome-ignore format: rows
    expect(text).toBe('zh,n\n\'=1+1,2\n\'-甲,-2\n,\n"",0\n"a,""b""",1\n')
    expect(readRecords(text).map((r) => r.cells)).toEqual([['zh', 'n'], ["'=1+1", '2'], ["'-甲", '-2'], ['', ''], ['', '0'], ['a,"b"', '1']]) // biome-ignore format: rows
  })
  it('is written for spreadsheets with a byte order mark, CR LF and snake_case', () => {
    expect(formatTable([{ nameZh: '=甲', n: null }, { nameZh: '乙', n: 1 }])).toBe(`\uFEFFname_zh,n\r\n"'=甲",\r\n乙,1\r\n`) // biome-ignore format: rows
  })
})

const Site = z.strictObject({ name: z.string(), level: z.enum(['province', 'county']), items: z.array(z.object({ n: z.int() })) })
const yaml = (text: string, file = 'x.yaml') => parseYaml(text, file, Site)
const good = 'name: 甲\nlevel: county\nitems:\n  - n: 1\n'

describe('YAML', () => {
  it('has words for keys: a list or a map as a key is told, whatever stands in it', () => {
    const problem = { file: 'x.yaml', message: 'Not valid here: a list or a map as a key.', fix: 'Quote it where it is meant as a word.' }
    expect(yaml('name: 甲\n{ a: 1 }: 乙\n')).toEqual({ value: null, problems: [{ ...problem, line: 2, column: 1 }] })
    expect(yaml('[a]: 乙\n').problems).toEqual([{ ...problem, line: 1, column: 1 }])
    expect(yaml('{ { &a\u0000: } }: 1\n').problems).not.toEqual([])
    expect(
      yaml('2021: 甲\n')
        .problems.map((p) => p.message)
        .join(),
    ).toContain('2021')
  })
  it('gives the value where it fits', () => {
    expect(yaml(good)).toEqual({ value: { name: '甲', level: 'county', items: [{ n: 1 }] }, problems: [] })
  })
  it.each([
    ['name: 甲\nlevel: town\nitems: []\n', '2:8 level must be one of province, county.'],
    ['name: 甲\nlevel: county\nitems:\n  - n: 1\n  - n: x\n', '5:8 items.entry 2.n must be a number.'],
    ['name: 甲\nlevel: county\nitems:\n  - n: 1.5\n', '4:8 items.entry 1.n must be an int.'],
    ['name: 甲\nlevel: county\nitems: []\nextra: 1\n', '4:8 The file has a field that is not known: extra.'],
    ['level: county\nitems: []\n', '1:1 name is missing.'],
    ['name: 1\nlevel: county\nitems: []\n', '1:7 name must be a string.'],
    ['[1]\n', '1:1 The file must be an object.'],
  ])('%j is told', (text, problem) => {
    const { value, problems } = yaml(text)
    expect(value).toBeNull()
    expect(problems.map((p) => `${p.line}:${p.column} ${p.message}`)).toEqual([problem])
    expect(problems[0]).toMatchObject({ file: 'x.yaml', fix: 'See data/README.md for the fields of this file.' })
  })
  it('tells every field that does not fit', () => {
    expect(yaml('name: 1\nlevel: town\nitems: 3\n').problems.map((p) => p.line)).toEqual([1, 2, 3])
  })
  it('that cannot be read is told with the line', () => {
    const { value, problems } = yaml('name: 甲\nlevel: a: b\n')
    expect(value).toBeNull()
    expect(problems[0]).toMatchObject({ file: 'x.yaml', line: 2, fix: 'Mend the line; quote a text that holds a colon.' })
    expect(problems[0]?.message).toMatch(/^Not valid YAML: .*[^.]\.$/)
    expect(problems[0]?.message).not.toMatch(/at line/)
    expect(yaml('name: 甲\nname: 乙\n').problems[0]).toMatchObject({ line: 2, column: 1 })
  })
  it('that repeats itself without end is refused', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...[...'bcdefg'].map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdef'[i]}`)}]`)].join(
      '\n',
    )
    expect(yaml(bomb)).toEqual({
      value: null,
      problems: [{ file: 'x.yaml', line: 1, column: 1, message: 'The YAML is nested too deep, or repeats itself without end.', fix: 'Write it out, in a few levels.' }], // biome-ignore format: one problem
    })
  })
  it('of a program’s file is read as JSON, and told with its place where it does not fit', () => {
    const json = '{\n  "name": "甲 \\"乙\\"",\n  "level": "county",\n  "items": [{ "n": 1 }]\n}\n'
    expect(yaml(json, 'x.json').value).toEqual({ name: '甲 "乙"', level: 'county', items: [{ n: 1 }] })
    expect(yaml(json.replace('"county"', '"town"'), 'x.json').problems[0]).toMatchObject({ line: 3, column: 12 })
    expect(yaml(json.replace('"level"', '"name": "丙",\n  "level"'), 'x.json').problems[0]).toMatchObject({ line: 3 })
  })
  it('knows the place of a key, or of the nearest above it', () => {
    const at = (path: PropertyKey[]) => Object.values(placeInYaml(good, path)).join(':')
    expect([at(['items', 0, 'n']), at(['items', 7, 'n']), at(['nothing']), at([])]).toEqual(['4:8', '4:3', '1:1', '1:1'])
    expect(placeInYaml('', ['a'])).toEqual({ line: 1, column: 1 })
  })
})
