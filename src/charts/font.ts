import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { threadId } from 'node:worker_threads'
import subsetFont from 'subset-font'

const folder = 'node_modules/@fontsource/noto-sans-sc/files'
const cache = 'node_modules/.cache/atlas'

/** Parts of the font: Chinese, Latin, and those that hold ‰, ≥, ㎡, ①, ℃ and →. */
export const scripts = ['chinese-simplified', 'latin', '91', '102', '103', '106', '107', '109'] as const
type Script = (typeof scripts)[number]

/** Noto Sans SC (SIL Open Font License) of one weight, cut to the characters of a text: as satori takes it, or as a file for resvg. */
export async function subsetOf(text: string, weight: 400 | 700, script: Script, form: 'woff' | 'sfnt'): Promise<Buffer> {
  return subsetFont(readFileSync(join(folder, `noto-sans-sc-${script}-${weight}-normal.woff`)), text, { targetFormat: form })
}

let files: Promise<string[]> | undefined

/** The font as files on disk, for drawings whose text is not yet known: made once a build. */
export function fontFiles(): Promise<string[]> {
  files ??= (async () => {
    const all = Array.from({ length: 0x9fff - 0x4e00 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('')
    const marks =
      Array.from({ length: 0x2fff }, (_, i) => String.fromCharCode(0x20 + i)).join('') +
      '　、。〈〉《》「」『』【】〔〕—“”‘’（），．：；？！％'
    mkdirSync(cache, { recursive: true })
    return Promise.all(
      scripts.map(async (script) => {
        const path = join(cache, `noto-sans-sc-${script}.ttf`)
        const font = await subsetOf(all + marks, 400, script, 'sfnt')
        // several threads of several programs may make it at once: each puts a whole file in place
        const own = `${path}.${process.pid}.${threadId}`
        writeFileSync(own, font)
        renameSync(own, path)
        return path
      }),
    )
  })()
  return files
}
