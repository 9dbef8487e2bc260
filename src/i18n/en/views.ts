const many = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`

/** Sentences and labels that views make of data; {name} is where a link or figure goes. */
export const views = {
  findings: {
    counts: '{n} documents lay down {total}: {parts}.',
    total: (n: number) => many(n, 'rule in figures', 'rules in figures'),
    part: '{document} {n}',
    kin: '{share} of the wording of {from} also stands in {to}',
    kinApart: '{kin}; with {others} they share at most {most}.',
    kinAlone: '{kin}.',
    written: '{document} has “{figures}”',
    and: '” and “',
    next: ', ',
    lookAlike: '{a}, {b}: they look alike but do not compare; {because}',
    because: (sentence: string) => sentence.replace(/^[^;]*; /, ''),
    sideBySide: '{construct}: {parts}{end}',
    ruled: (rule: string) => `. Side by side: ${rule}.`,
    same: '. Measured alike.',
    different: '. Measured differently; side by side, not ranked.',
    opposed: 'Two ways to settle {matter}: {parts}.',
    side: '{clauses}: {says}',
    everywhere: 'Topics that all {n} documents regulate: {count}, namely {topics}.',
    alone: 'Of the {read}, only {document} regulates {topic}.',
    incomplete: 'Our copy of {document} is cut off; what follows is marked “{badge}”, not taken as absent.',
    measured: '{series}. These are national figures and stand in for no place.',
    reported: '{reporting}.',
    soft: 'Softer wording on this topic: {parts}.',
    softPart: '{document} uses “{words}” ({clauses})',
    softWords: (words: string[]) => words.join('”, “'),
  },
  indicator: {
    none: 'There are no data to show.',
    bound: 'at least ',
    said: (year: number, value: string) => `${value} in ${year}`,
    single: (name: string, indicator: string, last: string) => `${name}, ${indicator}: ${last}.`,
    change: (name: string, indicator: string, first: string, last: string) => `${name}, ${indicator}: from ${first} to ${last}.`,
    gap: (region: string, years: string) => `${region} ${years}`,
    comparators: { gte: 'at least ', gt: 'above ', lte: 'at most ', lt: 'below ', eq: '' } as Record<string, string>,
    mark: (year: string, comparator: string, value: string) => `${year}: ${comparator}${value}`,
    noStand: 'no data before it',
    stand: (year: number, value: string, side: string, note: string) => `${value} in ${year}${side}${note}`,
    equal: ', equal to the goal',
    apart: (higher: boolean, gap: string) => `, ${gap} ${higher ? 'above' : 'below'} the goal`,
    notDue: ' (not yet due)',
    noDue: ' (no data for the year it was due)',
    input: (name: string, value: string, year: string) => `${name}=${value} (${year})`,
    linear: (label: string, ratio: number | null) => (ratio === null ? label : `${label} (linear ratio ${ratio})`),
    growth: (label: string, ratio: number | null) => `; by rate of growth: ${label} (ratio ${ratio})`,
    noBase: '; no base value was published, so there is no ratio',
    assessedTo: (year: string) => `; assessed to ${year} only`,
    disagree: '; the two methods disagree',
    inputs: (list: string[]) => ` ${list.join(', ')}`,
    since: (change: string, year: number | null) => `${change} (since ${year})`,
    runs: (runs: number[][]) => runs.map((r) => (r.length > 1 ? `${r[0]}–${r.at(-1)}` : `${r[0]}`)).join(', '),
    reach: (regions: string, from: string, to: string, count: number) => `${regions}, ${from}–${to}, ${many(count, 'value')}`,
    value: (region: string, period: string, value: string) => `${region} ${period}: ${value}`,
    gaps: (gaps: string) => `No published figure was found for ${gaps}; the line breaks there and nothing is interpolated.`,
    diamonds: ' Diamonds are national goals.',
    below: ' The data stand in the table below.',
  },
  methods: {
    counts: 'Records by document',
    countsHead: [
      'Document',
      'Provisions',
      'Targets in figures',
      'Targets in words',
      'Entitlements',
      'References',
      'Responsibilities',
      'Facts attested',
    ],
    alignment: 'Accuracy of alignment',
    alignmentHead: ['Documents', 'Coded by hand', 'Found by rules', 'Agreed', 'Precision', 'Recall'],
    all: 'All',
    agreement: 'Agreement of coders',
    agreementHead: ['Field', 'Who and who', 'Units', 'Agreed', 'Cohen’s κ'],
    fields: { topics: 'topics', 'is a target': 'is it a target', construct: 'what it measures', role: 'role', type: 'type' } as Record<
      string,
      string
    >,
    coders: (id: string) =>
      id
        .replace(/rules@(\d+)/, 'rules, version $1')
        .replace('second', 'second coder')
        .replace('~', ' and '),
    inheritance: 'Share of official texts in common',
    inheritanceHead: 'Text of',
    appears: (short: string) => `stands in ${short}`,
    lexicon: 'Lexicon of modal words',
    lexiconHead: ['Modality', 'Force', 'Words recognised'],
    force: { 3: 'instruction', 2: 'effort', 1: 'permission or invitation' } as Record<number, string>,
    pace: 'pace only',
    noWord: 'no modal word',
  },
  document: {
    moreClauses: (all: number) => `All ${all} are on the page of the topic`,
    issuers: 'Issued by',
    number: 'Document number',
    issued: 'Date of issue',
    region: 'Region',
    level: 'Level',
    kind: 'Kind',
    term: 'Term of goals',
    ground: (ground: string, date: string) => `${ground} (judged on ${date})`,
    printedAs: (normalized: string, printed: string) => `${normalized} (printed as “${printed}”)`,
    notice: 'Covering notice',
    addressees: 'Addressed to',
    signatories: 'Signed by',
    copied: 'Copied to',
    printedOn: 'Date of printing',
    disclosure: 'Disclosure',
    otherTitle: 'Chinese title',
    attested: 'Attestation',
    notAttested: 'not yet compared with the official text item by item',
    attestedFacts: (n: number) => `${n} facts compared with the official text one by one, no difference`,
    answer: (short: string, provisions: number, figures: number, entitlements: number, validity: string) =>
      `${short}: ${many(provisions, 'provision')}, ${many(figures, 'rule in figures', 'rules in figures')}${
        entitlements > 0 ? `, ${many(entitlements, 'entitlement')}` : ''
      }. ${validity}.`,
    card: (provisions: number, figures: number, entitlements: number) =>
      `${many(provisions, 'provision')} · ${many(figures, 'rule in figures', 'rules in figures')}${
        entitlements > 0 ? ` · ${many(entitlements, 'entitlement')}` : ''
      }`,
    source: (title: string, number: string, clause: string) => `Digest of ${title}${number}, ${clause}`,
    year: (year: string, missing: string) => `${year} (${missing})`,
  },
  pair: {
    aligned: (n: number) => `${many(n, 'pair')} of clauses on the same matter`,
    figures: (n: number, ranked: number) =>
      `${many(n, 'pair')} of figures and targets to look at together, ${ranked > 0 ? `${ranked} measured alike` : 'none measured quite alike'}`,
    noFigures: 'no figures that measure the same thing',
    apart: (n: number) => `${many(n, 'pair')} that look alike but do not compare`,
    answer: (a: string, b: string, parts: string[]) => `${a} and ${b}: ${parts.join('; ')}.`,
    names: (a: string, b: string) => `${a} and ${b}`,
    score: (n: string) => `match ${n}`,
    text: (n: string) => `similarity of text ${n}`,
    topics: (names: string) => `topics in common: ${names}`,
    terms: (names: string) => `terms in common: ${names}`,
    shared: (from: string, share: string, to: string, body: string) =>
      `${share} of the eight-character shingles of the official text of ${from} also stand in ${to} (${body} without preamble and general requirements).`,
    cites: (from: string, to: string) => `${from} cites ${to}.`,
    noCitation: (cut: boolean) =>
      `In our texts neither document is seen to cite the other${cut ? ' (where a copy is cut off, the missing part cannot be judged)' : ''}, so the page says what each has, not which follows the other.`,
    notFound: (other: string) =>
      `The rules found no clause on the same matter in ${other}; they may have missed one, and other local documents may regulate it.`,
    cut: (note: string, other: string) => `${note} So it cannot be said that ${other} leaves this out.`,
  },
  target: {
    type: 'Type',
    role: 'Role',
    modality: 'Modality',
    per: 'Per',
    deadline: 'Deadline',
    condition: 'Condition',
    attribute: 'Attribute',
    attested: 'Attestation',
    printed: 'As printed',
    unmarked: 'not marked',
    noDeadline: 'no deadline',
    conditional: 'conditional',
    notes: (notes: string[]) => notes.join(', '),
  },
  entitlement: {
    who: 'Who',
    where: 'Where',
    setting: 'Setting',
    condition: 'Condition',
    pays: 'Still to pay',
    modality: 'Modality',
    decidedBy: 'Decided by',
    exit: 'Ends when',
    open: ' and others',
    noWho: 'this sentence names no group',
    answer: (name: string, all: number, held: number, the: string) => `${name}: ${held} of the ${all} ${the} regulate it.`,
  },
  agencies: {
    inside: 'only offices within a commission are listed, see below',
    insideShort: 'only offices within a commission',
    answer: (documents: number, families: number, leads: number, inside: number) =>
      `${many(documents, 'document')} list responsible bodies, of ${many(families, 'family', 'families')}; ${
        leads === 0 ? 'none tells leads from participants among them' : `${many(leads, 'lead')} among them`
      }${inside > 0 ? `; ${many(inside, 'document')} list only offices within a commission` : ''}.`,
    name: (name: string, from: string, until: string) => `${name}${from ? ` (from ${from})` : ''}${until ? ` (until ${until})` : ''}`,
  },
  topic: {
    answer: (all: number, covered: number, the: string) =>
      `${covered} of the ${all} ${the} regulate this${all > covered ? '; each of the others says below why it has none' : ''}.`,
    other: 'Other',
    caution: (cut: string, the: string) =>
      `Said only of the clauses on this topic in the ${the}${cut ? `; the copy of ${cut} is incomplete, and its missing part cannot be judged` : ''}.`,
    title: (name: string) => `${name}: what each document rules`,
  },
  reporting: {
    answer: (all: number, parts: { badge: string; count: number }[]) =>
      `Of ${all} targets: ${parts.map((c) => `${c.badge.toLowerCase()} ${c.count}`).join('; ')}.`,
    found: (year: string, region: string, indicator: string, value: string) => `Found: ${region}, ${indicator}, ${value} in ${year}`,
    related: (found: string) => `${found}; measured differently from this target and not used to judge progress.`,
    searched: (date: string, sources: number, rest: string) =>
      `As of ${date} we found no public figure for this place and this definition, with a source that can be checked, in ${many(sources, 'source')}. ${rest}`,
  },
  citations: {
    answer: (documents: number, works: number, held: number, shared: string) =>
      `${many(documents, 'document')} cite ${many(works, 'work')}, ${held > 0 ? `${held} of them held` : 'none of them held by the atlas'}; ${
        shared ? `cited by more than one: ${shared}` : 'none is cited by two documents'
      }.`,
    gap: 'not held by the atlas',
    gapUnnumbered: 'cited without a number and not held; which one is meant is not guessed',
  },
  timeline: {
    label: (documents: number, date: string, over: number) =>
      `On ${date} the goals of ${over} of the ${documents} documents have reached the end of their term`,
    issued: (short: string) => `${short} issued`,
    due: (short: string) => `the goals of ${short} fall due`,
    goal: (short: string, name: string, printed: string) => `${short}: ${name}, ${printed}`,
  },
  region: {
    held: (name: string, n: number) => `The atlas holds ${many(n, 'document')} of ${name}.`,
    missing: (name: string) => `No document of ${name} is in the atlas yet. This does not mean that there is none.`,
    latest: (year: string, value: string) => `${value} in ${year}`,
  },
  matrix: { subject: (subject: string) => `about ${subject}` },
  goal: {
    alone: 'no other document held has a target that measures the same thing',
    others: (n: number, ranked: number) =>
      `${many(n, 'target')} of other documents to look at together, ${ranked > 0 ? `${ranked} measured alike` : 'none measured quite alike'}`,
    answer: (short: string, clause: string, printed: string, found: string) => `${short}, ${clause}: “${printed}”; ${found}.`,
    title: (name: string, short: string, printed: string) => `${name}: ${short}, “${printed}”`,
  },
  targets: {
    answer: (documents: number, numeric: number, worded: number) =>
      `${documents} documents set ${many(numeric, 'target')} and standards in figures and ${worded} in words; those restated are counted once.`,
  },
  disclosure: {
    people: 'people',
    summary: (cells: number, primary: number, secondary: number, lost: number, releases: number, attacked: number, exposed: number) =>
      `Of ${cells} cells ${primary} are withheld because they are small or would disclose a whole group, and ${secondary} so that these cannot be computed; ${lost}% of the people of the finest level are hidden by it. Against ${many(releases, 'earlier release')}, the minimum and maximum of each of the ${attacked} withheld cells was computed; ${exposed} can be told.`,
  },
}
