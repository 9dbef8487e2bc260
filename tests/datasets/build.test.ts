import { expect, it } from 'vitest'
import { rulesVersion } from '../../src/extract/version.ts'
import { smallAtlas } from './small.ts'

const { atlas, problems } = smallAtlas()

it('builds the small atlas without a Problem', () => expect(problems).toEqual([]))

it('takes from the digest what it prints and from coding.yaml only judgement', () => {
  expect(atlas.targets.map((t) => [t.id, t.printed, t.value, t.role, t.construct, t.coder].join(' '))).toEqual([
    `dongshan-2021/1.1/1 一次 1 standard  rules@${rulesVersion}`,
    'xishan-2022/1.1/1 达到80% 80 goal sign-up editor',
    `xishan-2022/1.2/1 动态清零  goal  rules@${rulesVersion}`,
    `xishan-2022/2.1/1 不需缴纳住院押金  entitlement  rules@${rulesVersion}`,
    `xishan-2022/2.2/1 一次 1 standard  rules@${rulesVersion}`,
  ])
  expect(atlas.documents[1]).toMatchObject({
    id: 'xishan-2022',
    number: { normalized: '西卫发〔2022〕5号' },
    issuers: ['西山市卫生健康局'],
    issuedOn: '2022-03-01',
    counts: { provisions: 8, numericTargets: 2, wordedTargets: 2, entitlements: 1, references: 1, responsibilities: 1 },
  })
})
it('fills every cell of topic x document', () => {
  expect(atlas.coverage.length).toBe(atlas.topics.length * atlas.documents.length)
  expect(Object.fromEntries(atlas.coverage.map((c) => [c.id, c.status]))).toMatchObject({
    'contract/xishan-2022': 'covered',
    'contract/dongshan-2021': 'source-incomplete',
    'vaccination/xishan-2022': 'not-coded',
  })
})
it('counts a figure that an annex restates once', () => {
  const digest = smallAtlas().sources.get('data/documents/dongshan-2021/digest.zh.md') as string
  const restated = smallAtlas({
    'documents/dongshan-2021/digest.zh.md': `${digest}\n附件\n\n任务\n\n| 序号 | 任务 |\n| --- | --- |\n| 1 | 每年提供一次免费体检。 |\n`,
  })
  const targets = restated.atlas.targets.filter((t) => t.document === 'dongshan-2021')
  expect(targets.map((t) => [t.id, t.restates])).toEqual([
    ['dongshan-2021/1.1/1', null],
    ['dongshan-2021/annex1.1/1', 'dongshan-2021/1.1/1'],
  ])
  expect(restated.atlas.documents[0]?.counts.numericTargets).toBe(1)
})
it('shares figures, ids and terms with no order of files on disk', () => {
  const { sources } = smallAtlas()
  const turned = smallAtlas(Object.fromEntries([...sources].reverse().map(([file, text]) => [file.replace(/^data\//, ''), text])))
  expect(turned.atlas).toEqual(atlas)
})
