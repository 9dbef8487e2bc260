import type { Coverage } from '../model/link.ts'

/** What an editor confirmed about an absence, and whether the official text was searched for the topic. */
export interface Absence {
  reason: 'silent' | 'outside-subject'
  coder: string
  date: string
}

/**
 * One cell of topic x document. `silent` and `outside-subject` need a complete document, an attested official text in which no rule
 * finds the topic, and an editor's confirmation; anything less is `source-incomplete` or `not-coded`.
 */
export function coverCell(
  cell: { topic: string; document: string; provisions: string[] },
  text: { complete: boolean; attestedTopics: Set<string> | null },
  absence: Absence | undefined,
): Coverage {
  const base = { id: `${cell.topic}/${cell.document}`, ...cell, confirmedBy: null, confirmedOn: null }
  if (cell.provisions.length > 0) return { ...base, status: 'covered' }
  if (!text.complete) return { ...base, status: 'source-incomplete' }
  if (!absence || !text.attestedTopics || text.attestedTopics.has(cell.topic)) return { ...base, status: 'not-coded' }
  return { ...base, status: absence.reason, confirmedBy: absence.coder, confirmedOn: absence.date }
}
