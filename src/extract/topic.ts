import type { Topic } from '../model/codebook.ts'

/** Topics whose words stand in a text, in the order of the codebook. Patterns are compiled once a codebook. */
export function topicFinder(topics: Topic[]): (text: string) => string[] {
  const rules = topics.map(({ id, match }) => ({ id, pattern: new RegExp(match.join('|'), 'u') }))
  return (text) => rules.filter(({ pattern }) => pattern.test(text)).map(({ id }) => id)
}
