import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { runPipeline } from '../../src/datasets/pipeline.ts'
import { openHere } from '../../src/datasets/pool.ts'
import { readDatasets } from '../../src/datasets/store.ts'
import { formatProblem } from '../../src/model/problem.ts'
import { rowsOf, tables } from '../../src/model/tables.ts'
import { readDocument } from '../../src/parse/reader.ts'
import { renderCsv } from '../../src/publish/formats/csv.ts'

/** Something nobody means well with, done to a copy of the small atlas or given to the reader of documents. */
export interface Hostile {
  name: string
  outcome: 'refused' | 'inert'
  /** what is said of it, or what the datasets hold in its place */
  says: RegExp
  edit?: (root: string) => void
  document?: () => { bytes: Uint8Array; name: string }
}

const digest = 'data/documents/xishan-2022/digest.zh.md'
const csv = 'data/statistics/literacy/data.csv'
const write = (root: string, path: string, text: string | Uint8Array) => {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), text)
}
const replace = (root: string, path: string, from: string, to: string) =>
  writeFileSync(join(root, path), readFileSync(join(root, path), 'utf8').replace(from, to))
const row = (indicator: string, note = '') => `${indicator},990000,2019,12.5,%,final,统计公报,示例机构,2021-05-01,,primary,${note}\n`
const encode = (text: string) => new TextEncoder().encode(text)
const docx = (parts: { [name: string]: string | Uint8Array }) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? encode(part) : part])))
const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'

// a .pdf of so many pages; of one page that is named again and again where `same`
function pdfOf(pages: number, same = false): Uint8Array {
  const kids = Array.from({ length: pages }, (_, i) => `${same ? 3 : 3 + i} 0 R`)
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${same ? 1_000_000 : pages} /Kids [${kids.join(' ')}] >>`,
    ...(same ? [page] : kids.map(() => page)),
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((body, i) => {
    const at = text.length
    text += `${i + 1} 0 obj\n${body}\nendobj\n`
    return String(at).padStart(10, '0')
  })
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((o) => `${o} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return encode(text)
}

export const hostileCases: Hostile[] = [
  {
    name: 'a document id that leads out of its folder',
    outcome: 'refused',
    says: /folder name .* is not like/,
    edit: (root) => renameSync(join(root, 'data/documents/xishan-2022'), join(root, 'data/documents/..xishan-2022')),
  },
  {
    name: 'a document id in letters that look like Latin ones',
    outcome: 'refused',
    says: /folder name xіshan-2022 is not like/,
    edit: (root) => renameSync(join(root, 'data/documents/xishan-2022'), join(root, 'data/documents/xіshan-2022')),
  },
  {
    name: 'an indicator id that leads out of its folder',
    outcome: 'refused',
    says: /id Invalid string|must match/,
    edit: (root) => replace(root, 'data/codebook/indicators.yaml', 'id: literacy', 'id: ../../literacy'),
  },
  {
    name: 'a retired address that is a script',
    outcome: 'refused',
    says: /must be an address of the site/,
    edit: (root) => write(root, 'data/moved.csv', 'from,to\n/zh/old/,javascript:alert(1)\n'),
  },
  {
    name: 'a region code that is a path',
    outcome: 'refused',
    says: /six digits/,
    edit: (root) => replace(root, 'data/documents/xishan-2022/document.yaml', 'region: "990100"', 'region: "../../"'),
  },
  {
    name: 'a link to a file elsewhere',
    outcome: 'refused',
    says: /It is a link to another place/,
    edit: (root) => symlinkSync('/etc/hostname', join(root, 'data/documents/xishan-2022/extra.md')),
  },
  {
    name: 'a link to a folder elsewhere',
    outcome: 'refused',
    says: /It is a link to another place/,
    edit: (root) => symlinkSync('/etc', join(root, 'data/statistics/etc')),
  },
  {
    name: 'a document that is a link to a folder elsewhere',
    outcome: 'refused',
    says: /data\/documents\/elsewhere-2020:1:1 .*It is a link to another place/,
    edit: (root) => symlinkSync('/etc', join(root, 'data/documents/elsewhere-2020')),
  },
  {
    name: 'a line of 100 MB',
    outcome: 'refused',
    says: /bytes; 64000000 are allowed/,
    edit: (root) => write(root, digest, '一'.repeat(35_000_000)),
  },
  {
    name: 'a line longer than the limit',
    outcome: 'refused',
    says: /more than 1000000 characters/,
    edit: (root) => appendFileSync(join(root, csv), row('literacy', 'x'.repeat(1_100_000))),
  },
  {
    name: 'a limit of its own in data/limits.yaml',
    outcome: 'refused',
    says: /more than 40 characters/,
    edit: (root) => write(root, 'data/limits.yaml', 'lineCharacters: 40\n'),
  },
  {
    name: 'NUL bytes in a digest',
    outcome: 'refused',
    says: /A NUL character/,
    edit: (root) => replace(root, digest, '动态清零', '动态\0清零'),
  },
  {
    name: 'characters that turn the direction of the text',
    outcome: 'refused',
    says: /turns the direction/,
    edit: (root) => replace(root, digest, '动态清零', '\u202e动态清零'),
  },
  {
    name: 'YAML that doubles itself thirty times',
    outcome: 'refused',
    says: /repeats itself without end/,
    edit: (root) =>
      write(
        root,
        'data/codebook/terms.yaml',
        `a0: &a0 [x, x]\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`).join('\n')}\n`,
      ),
  },
  {
    name: 'YAML nested ten thousand deep',
    outcome: 'refused',
    says: /nested too deep|Not valid YAML|must be/,
    edit: (root) => write(root, 'data/codebook/terms.yaml', `${'['.repeat(10_000)}${']'.repeat(10_000)}\n`),
  },
  {
    name: 'a YAML key that reaches into objects',
    outcome: 'refused',
    says: /field that is not known|is missing/,
    edit: (root) => replace(root, 'data/site.yaml', 'asOf', '__proto__: { polluted: true }\nasOf'),
  },
  {
    name: 'HTML and a script in a clause',
    outcome: 'inert',
    says: /<script>alert\(document\)<\/script><img src=x onerror=alert\(name\)>/,
    edit: (root) => replace(root, digest, '动态清零', '动态清零<script>alert(document)</script><img src=x onerror=alert(name)>'),
  },
  {
    name: 'a formula in a table',
    outcome: 'inert',
    says: /'=cmd\|calc!A1/,
    edit: (root) => appendFileSync(join(root, csv), row('literacy', '"=cmd|calc!A1"')),
  },
  {
    name: 'a number beyond all numbers',
    outcome: 'refused',
    says: /value/,
    edit: (root) => appendFileSync(join(root, csv), row('literacy').replace('12.5', '1e999')),
  },
  {
    name: 'a .docx that unpacks to 400 MB',
    outcome: 'refused',
    says: /unpacks to more than/,
    document: () => ({
      bytes: docx({ '[Content_Types].xml': types, 'word/document.xml': new Uint8Array(400_000_000) }),
      name: 'bomb.docx',
    }),
  },
  {
    name: 'a .docx whose XML declares entities',
    outcome: 'refused',
    says: /declares entities of its own/,
    document: () => ({
      bytes: docx({
        '[Content_Types].xml': types,
        'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]><x>&c;</x>',
      }),
      name: 'entities.docx',
    }),
  },
  {
    name: 'a .docx with a part that leads out of it',
    outcome: 'refused',
    says: /./,
    document: () => ({ bytes: docx({ '../../out.xml': types }), name: 'out.docx' }),
  },
  {
    name: 'a .docx that is cut off',
    outcome: 'refused',
    says: /./,
    document: () => ({ bytes: docx({ '[Content_Types].xml': types }).slice(0, 40), name: 'cut.docx' }),
  },
  {
    name: 'a .pdf that claims a million pages',
    outcome: 'refused',
    says: /circular|1000000 pages/,
    document: () => ({ bytes: pdfOf(3, true), name: 'claims.pdf' }),
  },
  {
    name: 'a .pdf of 2,500 pages',
    outcome: 'refused',
    says: /2500 pages; 2000 are allowed/,
    document: () => ({ bytes: pdfOf(2500), name: 'pages.pdf' }),
  },
  {
    name: 'a .pdf of random bytes',
    outcome: 'refused',
    says: /./,
    document: () => ({ bytes: encode(`%PDF-1.7\n${'\x01\x02'.repeat(999)}`), name: 'noise.pdf' }),
  },
]

/** Does it, and says what came of it: refused with a Problem while the last good datasets stand, or built and inert. */
export async function tryHostile({ edit, document }: Hostile): Promise<{ outcome: 'refused' | 'inert' | 'changed'; said: string }> {
  if (document) {
    const { bytes, name } = document()
    const refused = await readDocument(bytes, name).then(
      () => null,
      (cause: Error) => cause.message || cause.name,
    )
    return refused === null ? { outcome: 'changed', said: 'it was read' } : { outcome: 'refused', said: refused }
  }
  const root = mkdtempSync(join(tmpdir(), 'atlas-hostile-'))
  try {
    cpSync('tests/fixtures/small', root, { recursive: true })
    const run = () => runPipeline({ root, pool: openHere(), rules: 'rules' })
    await run()
    const before = JSON.stringify(readDatasets(root))
    edit?.(root)
    const { problems } = await run()
    const after = readDatasets(root)
    if (problems.length > 0)
      return { outcome: JSON.stringify(after) === before ? 'refused' : 'changed', said: problems.map(formatProblem).join('\n') }
    const published = tables.map((table) => renderCsv(table, rowsOf(table, after[table.name]))).join('')
    return { outcome: 'inert', said: `${after.provisions.map((p) => p.digestZh).join('\n')}\n${published}` }
  } finally {
    rmSync(root, { recursive: true })
  }
}
