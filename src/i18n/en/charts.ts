/** Wording of charts and what goes with them. */
export const charts = {
  title: 'Charts: the address, data and embed code of each',
  answer: 'Every chart has an address of its own, can be downloaded with its data, and can be embedded in other pages.',
  region: 'Region',
  year: 'Year',
  goal: 'National goal',
  due: 'Goals falling due',
  rows: 'The data of this chart',
  own: 'Address of the chart',
  embed: 'Embed',
  embedCode: 'Put this into a page:',
  page: (name: string) => `From: ${name}`,
  short: (name: string) =>
    name
      .replace(/ (?:Province|Municipality|(?:Zhuang |Hui |Uygur )?Autonomous Region|Special Administrative Region)$/u, '')
      .replace(/^(Inner Mon|Heilong|Guangxi|Hong)[^ ]* ?.+$/u, '$1.'),
  tiles: (all: number, held: number, documents: number) => `Of ${all} provinces, ${held} have documents in the atlas, ${documents} in all.`,
  tilesNote:
    'A tile is a province, placed roughly where it lies; tiles tell neither areas nor borders. The number counts documents of the province and of places within it. An empty tile is one the atlas does not hold yet, not one without documents.',
  explore: 'Arrow keys walk the marks',
}
