import { element } from './element.ts'

/** The network failed, or what came was not whole. */
class Lost extends Error {}

/** Reads JSON of this site by name, each once; null where the host has none. What could not be read is forgotten, and asked for at the next wish. */
export function reads<T>(addressOf: (name: string) => string): (name: string) => Promise<T | null> {
  const files = new Map<string, Promise<T | null>>()
  const read = async (name: string): Promise<T | null> => {
    try {
      const response = await fetch(addressOf(name))
      if (response.status === 404) return null
      if (response.ok) return (await response.json()) as T
    } catch {}
    files.delete(name)
    throw new Lost()
  }
  return (name) => {
    const file = files.get(name) || read(name)
    files.set(name, file)
    return file
  }
}

/** What was read, or 'lost' where it could not be. */
export const orLost = <T>(read: Promise<T>): Promise<T | 'lost'> =>
  read.catch((cause) => {
    if (cause instanceof Lost) return 'lost' as const
    throw cause
  })

/** Says that data could not be read. */
export const lostNotice = (page: Document, form: HTMLFormElement): HTMLElement =>
  element(page, 'p', { className: 'notice warn' }, form.dataset.lost || '')

/** Puts into `place` what the latest wish makes, whatever came of those before it; where its data could not be read, says so. */
export function latest(page: Document, form: HTMLFormElement, place: HTMLElement, make: () => Promise<Node[]>): () => Promise<void> {
  let turn = 0
  return async () => {
    const now = ++turn
    const made = await orLost(make())
    if (now !== turn) return
    place.textContent = ''
    place.append(...(made === 'lost' ? [lostNotice(page, form)] : made))
  }
}
