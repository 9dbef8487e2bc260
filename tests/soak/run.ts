import { parseArgs } from 'node:util'
import { type Row, record, tableOf } from '../record.ts'
import { crashAt, crashSite, type Phase, phases, twoAtOnce } from './crash.ts'
import { scanHeaders } from './headers.ts'
import { hostileCases, tryHostile } from './hostile.ts'
import { killBuilds, type Victim } from './killed.ts'

// npm run soak: kill points over reading, writing and swapping, full disks, runs at once, hostile input, headers of the built site behind nginx;
// with --book docs/robustness.md says what was found
const { values } = parseArgs({ options: { book: { type: 'boolean' } } })
const tell = async (place: string, rows: Row[], words: string) => {
  console.table(rows)
  console.log(words)
  if (values.book) await record('docs/robustness.md', place, `${tableOf(rows)}\n\n${words}`)
}

const points = (Object.keys(phases) as Phase[]).flatMap((phase) => {
  const most = { reading: 14, writing: 40, swapping: 2 }[phase]
  return Array.from({ length: 20 }, (_, i) => ({ phase, call: 1 + Math.floor((i * most) / 20), how: 'kill' as const }))
})
const full = Array.from({ length: 10 }, (_, i) => ({ phase: 'writing' as const, call: 1 + i * 4, how: 'ENOSPC' as const }))
const crashes = crashAt([...points, ...full])
const site = crashSite([
  ...Array.from({ length: 9 }, (_, i) => ({ phase: 'writing' as const, call: 1 + i })),
  ...Array.from({ length: 12 }, (_, i) => ({ phase: 'swapping' as const, call: 1 + (i % 2) })),
])
const victims: Record<Victim, string> = { all: 'kill -9 of the command and its steps', command: 'kill -9 of the command alone' }
const moments = [0.1, 0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 6]
const builds = await killBuilds((Object.keys(victims) as Victim[]).flatMap((victim) => moments.map((after) => ({ victim, after }))))
const rowOf = (what: string, phase: string, how: string, own: { ended: boolean; whole: boolean; next: boolean }[]): Row => {
  const count = (key: 'ended' | 'whole' | 'next') => own.filter((c) => c[key]).length
  return {
    what,
    while: phase,
    by: how,
    tried: own.length,
    ended: count('ended'),
    'whole after': count('whole'),
    'next run succeeds': count('next'),
  }
}
const groups = [...Map.groupBy(crashes, (c) => `${c.phase} ${c.how}`).values()]
const two = await twoAtOnce()
await tell(
  'crashes',
  [
    ...groups.map((own) => rowOf('datasets', own[0]?.phase ?? '', own[0]?.how === 'kill' ? 'kill -9' : 'a full disk', own)),
    ...Object.entries(victims).map(([victim, how]) => rowOf('npm run build', `${moments[0]} to ${moments.at(-1)} s after it began`, how, builds.filter((b) => b.victim === victim))), // biome-ignore format: one row
    ...(['writing', 'swapping'] as const).map((phase) => rowOf('site', phase, 'kill -9', site.filter((c) => c.phase === phase))), // biome-ignore format: one row
  ],
  `Three runs at once ended with ${two.statuses.join(', ')}; the datasets are ${two.whole ? 'whole' : 'NOT WHOLE'}.`,
)
const tried: Row[] = []
for (const hostile of hostileCases) {
  const { outcome } = await tryHostile(hostile)
  tried.push({
    input: hostile.name,
    'what becomes of it': outcome === hostile.outcome ? outcome : `WRONG: ${outcome}, not ${hostile.outcome}`,
  })
}
const wrong = tried.filter((row) => String(row['what becomes of it']).startsWith('WRONG'))
const counts = (['refused', 'inert'] as const).map((o) => `${tried.filter((row) => row['what becomes of it'] === o).length} ${o}`)
await tell('hostile input', tried, `${tried.length} tried: ${counts.join(', ')}; none changed what stood.`)
const headers = await scanHeaders()
const amiss = (headers ?? []).filter((row) => Object.values(row).some((cell) => String(cell).startsWith('WRONG')))
if (headers) await tell('headers', headers, `${headers.length} addresses asked, ${amiss.length} with a header that is not as it must be.`)
else console.log('The headers are not scanned: there is no dist/ (npm run build), or no nginx.')
const failed = [...crashes, ...site].filter((c) => !(c.ended && c.whole && c.next))
if (failed.length > 0 || !two.whole || wrong.length > 0 || amiss.length > 0) {
  console.error(failed)
  process.exit(1)
}
