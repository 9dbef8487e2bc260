import { published } from '../src/pages/_data.ts'

// data/datasets/ → .cache/published/: every file of the current data, where the pages that name them find them; nothing where they are there
const files = await published().files
console.log(`${files.length} files to download, ${Math.round(files.reduce((n, f) => n + f.size, 0) / 1e6)} MB.`)
