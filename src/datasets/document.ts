import { splitSentences } from '../extract/clauses.ts'
import { findCondition } from '../extract/condition.ts'
import { findModality } from '../extract/modality.ts'
import { findReferences } from '../extract/reference.ts'
import { findResponsibilities } from '../extract/responsibility.ts'
import { findTargets } from '../extract/target.ts'
import type { AgencyFamily } from '../model/codebook.ts'
import type { Document } from '../model/document.ts'
import type { Entitlement } from '../model/entitlement.ts'
import type { Reference, Responsibility } from '../model/link.ts'
import type { Agency } from '../model/place.ts'
import type { Problem } from '../model/problem.ts'
import type { Provision } from '../model/provision.ts'
import type { Target } from '../model/target.ts'
import { nameAt } from './agencies.ts'
import { spanOf } from './attested.ts'
import type { Codebook } from './codebook.ts'
import { codeTargets, codeTopics } from './coding.ts'
import { findersOf } from './finders.ts'
import type { Folder } from './folder.ts'
import { distinctIds, markOf } from './identity.ts'

/** Everything one document contributes. Targets get their numbers later, from the ledger. */
export interface DocumentRecords {
  document: Omit<Document, 'counts'>
  provisions: Provision[]
  targets: Omit<Target, 'id' | 'number'>[]
  entitlements: Omit<Entitlement, 'targets'>[]
  references: Omit<Reference, 'resolved'>[]
  responsibilities: Responsibility[]
  agencies: Agency[]
  problems: Problem[]
}

/** Folder → records: what the digest says by extraction, what an editor judged by coding.yaml. */
export function buildDocument(folder: Folder, codebook: Codebook): DocumentRecords {
  const problems: Problem[] = []
  const targets = codeTargets(findTargets(folder.outline), folder, codebook, problems)
  const provisions = buildProvisions(folder, codebook, targets, problems)
  const leaves = new Set(provisions.filter((p) => p.leaf).map((p) => p.key))
  const who = buildResponsibilities(folder, codebook, problems)
  return {
    document: buildHead(folder, codebook),
    provisions,
    targets,
    entitlements: buildEntitlements(folder, codebook, leaves),
    references: distinctIds(
      findReferences(folder.outline).map((r) => ({
        ...r,
        id: `${folder.id}/${r.provision}/${markOf(r.documentNumber ?? r.title ?? r.printed)}`,
        document: folder.id,
        provision: `${folder.id}/${r.provision}`,
      })),
    ),
    ...who,
    problems,
  }
}

function buildHead({ id, file, outline, english, attestation }: Folder, { regions }: Codebook): Omit<Document, 'counts'> {
  const { titleEn, expected: _, ...rest } = file
  const { title, noticeTitle, documentNumber, issuers, signatories, addressees, copiedTo, issuedOn, printedOn, disclosure } =
    outline.metadata
  return {
    id,
    ...rest,
    title: { zh: title, en: titleEn || english.title },
    noticeTitle,
    number: documentNumber,
    issuers,
    signatories,
    addressees,
    copiedTo,
    issuedOn,
    printedOn,
    disclosure,
    attestedFacts: attestation?.facts ?? null,
    level: regions.find((r) => r.code === file.region)?.level ?? 'nation',
  }
}

function buildProvisions(
  folder: Folder,
  codebook: Codebook,
  targets: Pick<Target, 'provision' | 'attribute'>[],
  problems: Problem[],
): Provision[] {
  const { id, outline, english } = folder
  const finders = findersOf(codebook)
  const findPopulations = finders.populations(Number(id.slice(-4)))
  const attributes = Map.groupBy(targets, (t) => t.provision)
  const once = <T>(all: T[]) => [...new Set(all)]
  const parents = new Set(outline.provisions.map((p) => p.parent))
  const sections = new Map(english.sections.map((s) => [s.path, s]))
  const checked = new Map(folder.attestation?.provisions.map((c) => [c.path, c]))
  return outline.provisions.map((p, order) => {
    const leaf = !parents.has(p.id) && !/^(?:notice|preamble|annex|chapter|part)$/.test(p.level)
    const prose = !parents.has(p.id) && p.level === 'chapter'
    const found = leaf || prose ? finders.topics(`${p.heading ?? ''}。${p.text}`) : []
    return {
      id: `${id}/${p.id}`,
      document: id,
      key: p.id,
      path: p.path,
      level: p.level,
      label: p.label,
      heading: p.heading,
      headingEn: sections.get(p.path)?.heading || null,
      digestZh: p.text,
      digestEn: sections.get(p.path)?.text ?? '',
      parent: p.parent && `${id}/${p.parent}`,
      order,
      leaf: leaf || prose,
      checked: spanOf(checked.get(p.path)),
      modalities: once(splitSentences(p.text).map((s) => findModality(s.text))),
      conditions: findCondition(p.text)?.split('；') ?? [],
      attributes: once((attributes.get(`${id}/${p.id}`) ?? []).flatMap((t) => t.attribute ?? [])),
      populations: once(findPopulations(p.text).map((g) => g.id)),
      topics: codeTopics(p.id, found, folder, codebook.topics, problems),
    }
  })
}

function buildEntitlements(folder: Folder, codebook: Codebook, leaves: Set<string>) {
  const find = findersOf(codebook).entitlements
  return folder.outline.provisions
    .filter((p) => leaves.has(p.id) && !p.id.startsWith('annex'))
    .flatMap((p) =>
      distinctIds(
        find(p.text).map((e, i) => ({
          ...e,
          id: `${folder.id}/${p.id}/${e.kind}`,
          document: folder.id,
          provision: `${folder.id}/${p.id}`,
          number: i + 1,
        })),
      ),
    )
}

function buildResponsibilities(folder: Folder, codebook: Codebook, problems: Problem[]) {
  const find = findersOf(codebook).agency
  const byId = new Map(codebook.families.map((f) => [f.id, f]))
  const month = (folder.outline.metadata.issuedOn ?? `${folder.id.slice(-4)}-12`).slice(0, 7)
  const agencies: Agency[] = []
  const responsibilities: Responsibility[] = []
  for (const found of findResponsibilities(folder.outline))
    for (const printed of found.agencies) {
      const agency = find(printed, folder.file.region)
      if (!agency) {
        const line = folder.zh.slice(0, folder.zh.indexOf(printed)).split('\n').length
        const message = `The agency "${printed}" belongs to no family of data/codebook/agencies.yaml.`
        problems.push({
          file: `${folder.path}/digest.zh.md`,
          line,
          column: 1,
          message,
          fix: 'Correct the name or add a pattern to the family it belongs to.',
        })
        continue
      }
      agencies.push(agency)
      const provision = `${folder.id}/${found.provision}`
      const base = `${provision}/${found.role}/${printed}`
      const before = responsibilities.filter((r) => r.id === base || r.id.startsWith(`${base}-`)).length
      responsibilities.push({
        id: before > 0 ? `${base}-${before + 1}` : base,
        document: folder.id,
        provision,
        agency: agency.id,
        printed,
        name: nameAt(byId.get(agency.family) as AgencyFamily, printed, month),
        role: found.role,
        duty: found.role === 'duty' ? found.printed : null,
      })
    }
  for (const printed of folder.outline.metadata.issuers) {
    const agency = find(printed, folder.file.region)
    if (agency) agencies.push(agency)
  }
  return { agencies, responsibilities }
}
