/** Prose of the methods page: a heading and its paragraphs for each section. */
export const methods = {
  answer: 'How documents are chosen, told, coded and compared, how numbers are treated, and where the gaps are.',
  choice: {
    title: 'How documents are chosen',
    text: (documents: number) =>
      `The first ${documents} documents were given, not sampled; nothing can be inferred from them for the nation. A column is a document, not a place: what a document leaves out may well be regulated there.`,
  },
  digest: {
    title: 'Digests and official texts',
    text: 'The site publishes facts and its own words. Titles, labels, figures, dates, bodies, document numbers and terms of art are as printed; the sentences are our digest, and must not be quoted as the wording of the policy. Each digest is compared with the official text item by item; one difference in a figure, body, condition, modal word, group, reference or topic, and it does not count as attested. The English digest says what the Chinese one says. What the authorities rule today decides.',
  },
  extract: {
    title: 'Extraction and judgement',
    text: (rules: string) =>
      `Titles, numbers, dates, figures, modal words, conditions, responsible bodies and references are extracted from the digest by rules (version ${rules}). What a figure measures, and whether a topic is truly not mentioned, is judged by an editor, with a date. Names, age ranges, periods and present stocks are not targets; a figure repeated within a clause counts once, and what an annex restates is not counted again.`,
    bounds:
      'At least, no fewer than, at most, no more than, above and below as in 以上, 以下, 以内 include the number (Civil Code, art. 1259); more than, less than, beyond as in 超过, 不满, 以外 do not.',
  },
  absence: { title: 'Kinds of absence' },
  numbers: {
    title: 'Statistics',
    text: 'Every value has a source and a grade. Missing years are not interpolated, and a line breaks where a definition changes. National figures stand in for no place; a document that sets a target is never its measurement.',
  },
  progress: {
    title: 'How progress is judged',
    text: 'By the type of target. For targets approached year by year two methods stand side by side: the linear ratio, of the share achieved to the share of time elapsed; and the ratio of the actual to the required annual rate of growth (as done by Open SDG and Statistics Canada, whose limits of 0.95, 0.6 and 0 are used). For targets to be kept it counts whether they are met and whether the latest trend does harm; a range is judged by its weakest end (as done by the German Federal Statistical Office). Where the methods disagree the page says so and makes no single score; base, latest value, goal and years stand beside the judgement. Without a base, a deadline, one definition throughout or data measured alike, the reason is given and nothing is judged.',
  },
  compare: {
    title: 'How documents are compared',
    text: 'Figures have three grades. Those that agree in construct, people, unit, time, stage, modality and condition may be ranked. Those that measure the same thing and differ in one respect stand side by side, with the difference said and no rank. Those that measure different things do not compare, and the reason is given. Which clauses correspond is found by rules: likeness of characters (cosine of TF-IDF over two and three characters), how far the shorter clause is contained in the longer, headings, topics and terms make one score; one clause may have several counterparts, or none. Weights and limits were chosen on the documents of the table, so on others they will do somewhat worse.',
    accuracy:
      'The coding by hand was done before the rules. Precision is the share of what the rules found that was also coded; recall the share of what was coded that the rules found.',
    inheritance: 'How much official texts have in common',
    inheritanceText:
      'After NFKC and without white space: how many of the distinct eight-character shingles of an official text also stand in another; in brackets without preamble and general requirements. Only the shares are published, not the texts. Much in common does not mean that one copied the other: both may follow the same document from above. Of more than 50 texts each is compared with the few whose clauses are most alike; — stands where two were not compared.',
    agreement: 'Agreement of coders',
    agreementText:
      'Topics and targets are first judged by rules and then reviewed by an editor one by one. The table shows how far the two agree; the editor sees what the rules found, so these are not two independent codings.',
    second: 'An independent coding by someone who has not seen the first is still outstanding; the κ of each field will stand here.',
    lexicon: (version: number) => `Modal words (lexicon, version ${version})`,
    lexiconText: 'Where a sentence has two words, the one listed first counts. Force tells must from may; it is no score of places.',
  },
  protection: {
    title: 'How small counts are protected',
    text: 'A cell with very few people may let someone be recognised. Every dataset that counts people takes the same way before it is published. Names, identity numbers, mobile numbers and tables with a row a person stop the build. Counts of 1 to 9 below prefecture level are withheld, and the zeros beside a cell that holds a whole group. Linear programming then finds the cells that must be withheld with them so that they cannot be computed, at the least loss. Last, the tables are attacked from the reader’s side, with all published totals, linked tables and earlier releases; what can be told is not published. The remaining counts are rounded to 5, and no share is given of a total under 100. Both kinds of withheld cell carry the same mark.',
    simulated: 'The regions held publish no small counts by township, so a simulated table goes all the way below.',
  },
  files: {
    title: 'Datasets',
    draft: [
      'A draft at hand?',
      'Check a draft',
      'reads its outline, figures and references in the browser of your machine and compares it with a document held.',
    ],
    licence: 'Digests and coding: CC BY 4.0. Programs: MIT. Facts are free. Please cite the name of the atlas and the date it speaks of.',
  },
  terms: { title: 'Terms' },
  send: {
    title: 'Send a document, report an error',
    text: 'Give the document as its issuer published it, or the source of the correction, and the address of the clause. Adding a document means adding a folder and no code; the steps are in data/README.md of the project.',
  },
}
