import type { DrawTask } from '../charts/card.ts'
import type { Paper } from '../publish/docx.ts'

// What a worker can be asked for: pure functions of a shard, whose libraries are loaded by those who are asked for them.

export { attest, compare, contribute } from '../datasets/tasks.ts'

/** Cards → for each the bytes of a PNG. */
export const draw = async (task: DrawTask): Promise<Uint8Array[]> => (await import('../charts/card.ts')).drawCards(task)

/** A shard of papers, whose QR codes are still to be drawn. */
export interface WriteTask {
  papers: Omit<Paper, 'qr'>[]
}

/** Papers → for each the bytes of a .docx. */
export async function write({ papers }: WriteTask): Promise<Uint8Array[]> {
  const [{ renderDocx }, { renderQr }, { renderIcon }] = await Promise.all([
    import('../publish/docx.ts'),
    import('../charts/qr.ts'),
    import('../charts/raster.ts'),
  ])
  const one = async (paper: Omit<Paper, 'qr'>) =>
    renderDocx({ ...paper, qr: paper.address ? await renderIcon(renderQr(paper.address, ''), 360) : null })
  const made: Uint8Array[] = []
  for (const paper of papers) made.push(await one(paper))
  return made
}
