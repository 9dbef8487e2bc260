import { crashAt, crashSite, type Phase, phases, twoAtOnce } from './crash.ts'
import { hostileCases, tryHostile } from './hostile.ts'

// npm run soak: kill points over reading, writing and swapping, full disks, runs at once
const points = (Object.keys(phases) as Phase[]).flatMap((phase) => {
  const most = { reading: 14, writing: 40, swapping: 2 }[phase]
  return Array.from({ length: 20 }, (_, i) => ({ phase, call: 1 + Math.floor((i * most) / 20), how: 'kill' as const }))
})
const full = Array.from({ length: 10 }, (_, i) => ({ phase: 'writing' as const, call: 1 + i * 4, how: 'ENOSPC' as const }))
const crashes = crashAt([...points, ...full])
console.log('phase     how     tried  ended  whole after  next run succeeds')
for (const how of ['kill', 'ENOSPC'] as const)
  for (const phase of Object.keys(phases) as Phase[]) {
    const own = crashes.filter((c) => c.phase === phase && c.how === how)
    if (own.length === 0) continue
    const count = (key: 'ended' | 'whole' | 'next') => String(own.filter((c) => c[key]).length)
    console.log(
      `${phase.padEnd(10)}${how.padEnd(8)}${String(own.length).padStart(5)}${count('ended').padStart(7)}${count('whole').padStart(13)}${count('next').padStart(19)}`,
    )
  }
const site = crashSite([
  ...Array.from({ length: 9 }, (_, i) => ({ phase: 'writing' as const, call: 1 + i })),
  ...Array.from({ length: 12 }, (_, i) => ({ phase: 'swapping' as const, call: 1 + (i % 2) })),
])
const all = (key: 'ended' | 'whole' | 'next') => site.filter((c) => c[key]).length
console.log(
  `the site, ended while it was written or swapped in: ${site.length} tried, ${all('ended')} ended, ${all('whole')} whole, ${all('next')} built again`,
)
const two = await twoAtOnce()
console.log(`three runs at once: ${two.statuses.join(', ')}; whole: ${two.whole}`)
console.log('\nhostile input')
let wrong = 0
for (const hostile of hostileCases) {
  const { outcome } = await tryHostile(hostile)
  if (outcome !== hostile.outcome) wrong += 1
  console.log(`${outcome.padEnd(9)} ${hostile.name}`)
}
console.log(`${hostileCases.length} tried, ${hostileCases.length - wrong} as expected, none changed what stood.`)
const failed = [...crashes, ...site].filter((c) => !(c.ended && c.whole && c.next))
if (failed.length > 0 || !two.whole || wrong > 0) {
  console.error(failed)
  process.exit(1)
}
