import { expect, it } from 'vitest'
import { attestDigest } from '../../src/datasets/attest.ts'
import { sha256 } from '../../src/datasets/attested.ts'
import { type Codebook, readCodebook } from '../../src/datasets/codebook.ts'
import { type Folder, readFolder } from '../../src/datasets/folder.ts'
import { formatProblem } from '../../src/model/problem.ts'
import { smallAtlas } from './small.ts'

const { sources } = smallAtlas()
const codebook: Codebook = readCodebook(sources).codebook
const digest = sources.get('data/documents/xishan-2022/digest.zh.md') as string

// what attestation says of the small digest against an official text
function attest(official: string) {
  const folder = readFolder(sources, 'xishan-2022').folder as Folder
  folder.file.sha256 = sha256(official)
  const { attestation, problems } = attestDigest(folder, official, codebook)
  return { attestation, said: problems.map(formatProblem) }
}

it('holds where both editions state the same facts in other words, widths and spaces', () => {
  const official = digest
    .replace('机构“空白点”动态清零', '机构的“空白点”全部实现动态清零')
    .replace('（一）签约服务', '(一) 签约服务')
    .replace('2025年', '2025 年')
  const { attestation, said } = attest(official)
  expect(said).toEqual([])
  expect(attestation).toMatchObject({ topicsInOfficialText: ['contract', 'deposit', 'checkups'] })
})
it.each([
  ['a figure', digest.replace('达到80%', '达到85%'), /the official text has the figure 85/],
  ['a deadline', digest.replaceAll('2025年', '2026年'), /the official text has the target 达到80% \(.*deadline 2026/],
  ['a document number', digest.replace('西卫发〔2022〕', '西卫发〔2023〕'), /metadata: the official text has documentNumber .*2023/],
  ['a goal in words', digest.replace('“空白点”动态清零', '“空白点”清零'), /the digest has the target 动态清零/],
  ['a term of the codebook', digest.replace('特困人员在', '低保对象在'), /the digest has the term 特困人员/],
  ['a modal word', digest.replace('每年提供', '确保每年提供'), /the official text has the modal value must/],
  ['a condition', digest.replace('每年提供', '有条件的地方每年提供'), /the official text has the condition 有条件的地方/],
  ['a group of people', digest.replace('特困人员在', '低保对象在'), /the digest has the group of people 特困人员/],
  ['an agency', digest.replace('市卫生健康局负责', '市医保局负责'), /the digest has the responsible body 市卫生健康局/],
  ['a cited work', digest.replace('〔2020〕1号', '〔2020〕2号'), /the official text has the reference 示例办法 西卫发〔2020〕2号/],
  ['a heading', digest.replace('（一）押金。', '（一）住院押金。'), /the digest has the heading 押金/],
  ['a topic', digest.replace('免费体检', '免费体检和疫苗接种'), /the official text has the topic vaccination/],
  ['a date', digest.replace('2022年3月1日', '2022年3月2日'), /metadata: the official text has issuedOn "2022-03-02"/],
])('names %s that differs', (_what, official, message) => {
  expect(attest(official).said.some((line) => message.test(line))).toBe(true)
})
it('takes no other text than the one document.yaml names', () => {
  const folder = readFolder(sources, 'xishan-2022').folder as Folder
  expect(attestDigest(folder, digest, codebook).problems.map((p) => p.message)).toContain(
    'The official text is another one than document.yaml names by its sha256.',
  )
})
it('is stale as soon as a digest, the coding or the rules change', () => {
  const { attestation } = attest(digest)
  const fresh = {
    'documents/xishan-2022/attestation.json': JSON.stringify({ ...attestation, official: smallAtlas().atlas.documents[1]?.sha256 }),
  }
  expect(smallAtlas(fresh).problems).toEqual([])
  const changed = smallAtlas({ ...fresh, 'documents/xishan-2022/digest.zh.md': digest.replace('请落实', '请抓好落实') })
  expect(changed.problems.map(formatProblem)).toEqual([
    'data/documents/xishan-2022/attestation.json:1:1  The attestation is stale: digestZh changed since the digest was compared with the official text. Run npm run attest -- FOLDER with the official texts, or remove the file.',
  ])
})
it('lets an editor confirm silence once the official text was searched', () => {
  const coding = 'targets: []\ntopics: []\nsilences:\n  - { reason: silent, topics: [vaccination], coder: editor, date: 2026-01-01 }\n'
  const { attestation } = attest(digest)
  const official = smallAtlas().atlas.documents[1]?.sha256
  const edits = {
    'documents/xishan-2022/coding.yaml': coding,
    'documents/xishan-2022/attestation.json': JSON.stringify({ ...attestation, official, coding: sha256(coding) }),
  }
  const built = smallAtlas(edits)
  expect(built.problems).toEqual([])
  expect(built.atlas.coverage.find((c) => c.id === 'vaccination/xishan-2022')).toMatchObject({ status: 'silent', confirmedBy: 'editor' })
})
