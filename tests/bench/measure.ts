/** Median time of five runs in milliseconds, after one that warms up. */
export function median(run: () => unknown): number {
  run()
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[2] as number
}

/** What a stage is compared with in the same run: the same text taken apart into code points. */
export const floor = (text: string): number => median(() => [...text].map((c) => c.codePointAt(0)))

/** Exponent of growth between the first and the last of several sizes; 1 is linear. */
export const growth = (sizes: number[], times: number[]): number =>
  Math.log((times.at(-1) as number) / (times[0] as number)) / Math.log((sizes.at(-1) as number) / (sizes[0] as number))
