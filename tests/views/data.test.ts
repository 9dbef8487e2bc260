import { expect, it } from 'vitest'
import { sizesAbove } from '../../src/views/data.ts'

it('tells the size of tables that are large, and of no other file', () => {
  const file = (path: string, size: number) => ({ path, size, sha256: '', mediaType: '', rows: null }) as never
  const files = [file('targets.csv', 68_987_791), file('targets.json', 9e7), file('documents.csv', 999_999), file('coverage.csv', 1e6)]
  expect(sizesAbove(files, 1e6)).toEqual({ targets: '69.0 MB', coverage: '1.0 MB' })
  expect(sizesAbove(files, 5e6)).toEqual({ targets: '69.0 MB' })
})
