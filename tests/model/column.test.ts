import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { wordsOf } from '../../src/i18n/words.ts'
import { columnsOf } from '../../src/model/column.ts'
import { field } from '../../src/model/field.ts'
import { cellsOf, publishRecord } from '../../src/model/published.ts'
import { tables } from '../../src/model/tables.ts'
import { labelsOf } from '../../src/views/labels.ts'

const Small = z.object({
  id: field(z.string(), '编号', 'id'),
  name: z.strictObject({ zh: z.string(), en: z.string() }),
  amount: field(z.number().nullable(), '数量', 'amount', { unit: 'person', missing: 'see:why' }),
  why: field(z.enum(['withheld', 'fine']), '原因', 'why'),
  note: field(z.string(), '说明', 'note', { missing: 'not-coded', blank: true }),
  span: field(z.strictObject({ from: z.int(), to: z.int() }).optional(), '期间', 'span', { missing: 'not-applicable' }),
  words: field(z.array(z.string()), '词', 'words'),
  deep: field(z.array(z.object({ x: z.int() })), '深', 'deep'),
})

describe('columns of a record', () => {
  it('are its fields in snake_case, nested ones spread out, and why each is empty where it may be', () => {
    expect(columnsOf(Small).map((c) => `${c.name}: ${c.type}${c.required ? '' : '?'}`)).toEqual([
      'id: string',
      'name_zh: string',
      'name_en: string',
      'amount: number?',
      'amount_status: string?',
      'why: string',
      'note: string?',
      'note_status: string?',
      'span_from: integer?',
      'span_to: integer?',
      'span_status: string?',
      'words: list',
      'deep: json',
    ])
  })
  it('give the cells of a record', () => {
    const record = { id: 'a', name: { zh: '甲', en: 'A' }, amount: null, why: 'withheld', note: '', words: ['x', 'y'], deep: [{ x: 1 }] }
    const published = publishRecord(Small, record)
    expect(published).toMatchObject({ amount: null, amountStatus: 'withheld', note: null, noteStatus: 'not-coded', span: null })
    expect(cellsOf(columnsOf(Small), published)).toEqual([
      'a', '甲', 'A', null, 'withheld', 'withheld', null, 'not-coded', null, null, 'not-applicable', 'x; y', '[{"x":1}]',
    ]) // biome-ignore format: one row
  })
  it('refuse a list whose entry holds the delimiter, and a field that may be empty and does not say why', () => {
    const record = { id: 'a', name: { zh: '甲', en: 'A' }, amount: 1, why: 'fine', note: 'n', words: ['x; y'], deep: [] }
    expect(() => cellsOf(columnsOf(Small), publishRecord(Small, record))).toThrow('delimiter')
    expect(() => columnsOf(z.object({ id: field(z.string().nullable(), '编号', 'id') }))).toThrow('does not say why')
    expect(() => columnsOf(z.object({ unheard: z.string() }))).toThrow('no description')
  })
})

describe('every dataset', () => {
  it('has columns of unique names, described in both languages, and a key', () => {
    for (const { name, columns, key } of tables) {
      const names = columns.map((c) => c.name)
      expect(new Set(names).size, name).toBe(names.length)
      expect(names.slice(0, key.length), name).toEqual(key)
      for (const c of columns) {
        expect(c.zh, `${name}.${c.name}`).toMatch(/\p{Script=Han}|κ/u)
        expect(c.en, `${name}.${c.name}`).toMatch(/[a-z]/i)
        expect(/^[a-z][a-z0-9_]*$/.test(c.name), `${name}.${c.name}`).toBe(true)
        if (c.of)
          expect(
            tables.some((t) => t.name === c.of),
            `${name}.${c.name} → ${c.of}`,
          ).toBe(true)
      }
    }
  })
  it('has a name for every code, in both languages', () => {
    for (const lang of ['zh', 'en'] as const)
      for (const { name, columns } of tables)
        for (const c of columns)
          for (const code of c.codes) expect(labelsOf(c, wordsOf(lang))[code], `${name}.${c.name} ${code} ${lang}`).toBeTruthy()
  })
})
