/** A table of words and numbers: the first cell of a row names it; columns in `words` are set as text, all others as numbers. */
export interface TableProps {
  label: string
  head: readonly string[]
  rows: (string | number)[][]
  words: number[]
}
