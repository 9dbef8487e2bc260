import { Session } from 'node:inspector/promises'

const session = new Session()

/** Begins to count which blocks of the code run: V8 counts every branch as a block. */
export async function startCover(): Promise<void> {
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
}

/** Blocks of the rooms that have run since the last question, and all that are known of them, each by file and place. */
export async function takeCover(rooms: RegExp): Promise<{ ran: string[]; all: string[] }> {
  const { result } = await session.post('Profiler.takePreciseCoverage')
  const ranges = result
    .filter((file) => rooms.test(file.url))
    .flatMap((file) => file.functions.flatMap((f) => f.ranges.map((r) => ({ ...r, id: `${file.url}:${r.startOffset}-${r.endOffset}` }))))
  return { ran: ranges.filter((r) => r.count > 0).map((r) => r.id), all: ranges.map((r) => r.id) }
}
