import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockFolder } from '../../src/datasets/lock.ts'
import { finishBeside, startBeside } from '../../src/datasets/swap.ts'

// fills a folder beside its place and swaps it in, as `npm run build` does with the site; `node tests/soak/site.ts FOLDER WORD`
const [folder = '', word = ''] = process.argv.slice(2)
const free = lockFolder(folder)
process.on('exit', free)
const fresh = startBeside(folder)
for (let n = 0; n < 8; n++) writeFileSync(join(fresh, `${n}.html`), word)
finishBeside(folder)
