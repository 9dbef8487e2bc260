import { stampOf } from '../datasets/store.ts'

/** What is made once for each key, and again when other datasets stand in the place of those it was made from. */
export function held<V, K = void>(make: (key: K) => V): (key: K) => V {
  let stamp = ''
  const known = new Map<K, V>()
  return (key) => {
    const now = stampOf('.')
    if (now !== stamp) known.clear()
    stamp = now
    if (!known.has(key)) known.set(key, make(key))
    return known.get(key) as V
  }
}
