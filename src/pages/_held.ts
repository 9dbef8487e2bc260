import { stampOf } from '../datasets/store.ts'

let seen: string | null = null
// a page asks for dozens of things: which datasets stand is looked up once in every turn of the event loop
function stampNow(): string {
  if (seen === null)
    setImmediate(() => {
      seen = null
    })
  seen ??= stampOf('.')
  return seen
}

/** What is made once for each key, and again when other datasets stand in the place of those it was made from. */
export function held<V, K = void>(make: (key: K) => V): (key: K) => V {
  let stamp = ''
  const known = new Map<K, V>()
  return (key) => {
    const now = stampNow()
    if (now !== stamp) known.clear()
    stamp = now
    if (!known.has(key)) known.set(key, make(key))
    return known.get(key) as V
  }
}
