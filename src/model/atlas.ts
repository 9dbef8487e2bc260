import type { z } from 'zod'
import { AgencyFamily, Construct, EntitlementKind, ModalWord, Population, Term, Topic } from './codebook.ts'
import { Moved, Site } from './coding.ts'
import {
  Agreement,
  Alignment,
  AlignmentAccuracy,
  Comparability,
  ContextEvent,
  DocumentPair,
  Inheritance,
  Opposition,
  Statement,
} from './compare.ts'
import { Document } from './document.ts'
import { Entitlement } from './entitlement.ts'
import { Coverage, Reference, Responsibility } from './link.ts'
import { Phrase } from './phrase.ts'
import { Agency, Division, Region } from './place.ts'
import { Progress, Reporting } from './progress.ts'
import { DisclosureReport, ProtectedCount } from './protected.ts'
import { Provision } from './provision.ts'
import { Benchmark, Indicator, Observation, Search, StatisticsDataset } from './series.ts'
import { Target } from './target.ts'

/** Every dataset by name: one file each in data/datasets/, each row by its schema. */
export const datasets = {
  documents: Document,
  provisions: Provision,
  targets: Target,
  entitlements: Entitlement,
  responsibilities: Responsibility,
  references: Reference,
  coverage: Coverage,
  statements: Statement,
  phrases: Phrase,
  pairs: DocumentPair,
  alignments: Alignment,
  'alignment-accuracy': AlignmentAccuracy,
  comparability: Comparability,
  inheritance: Inheritance,
  agreement: Agreement,
  regions: Region,
  divisions: Division,
  agencies: Agency,
  indicators: Indicator,
  observations: Observation,
  benchmarks: Benchmark,
  statistics: StatisticsDataset,
  progress: Progress,
  reporting: Reporting,
  searches: Search,
  'protected-counts': ProtectedCount,
  disclosure: DisclosureReport,
  topics: Topic,
  terms: Term,
  populations: Population,
  constructs: Construct,
  'agency-families': AgencyFamily,
  'entitlement-kinds': EntitlementKind,
  modality: ModalWord,
  oppositions: Opposition,
  context: ContextEvent,
  site: Site,
  moved: Moved,
} as const

export type DatasetName = keyof typeof datasets
/** All records of the atlas, sorted, by dataset. */
export type Atlas = { [N in DatasetName]: z.infer<(typeof datasets)[N]>[] }
