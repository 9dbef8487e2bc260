/** Worked examples that are downloaded with the site. */
export const notebooks = [
  { id: 'python', file: 'topics.ipynb' },
  { id: 'r', file: 'health-literacy.Rmd' },
  { id: 'observable', file: 'deadlines.html' },
] as const
