import type { FileEntry, Publication } from '../../model/publication.ts'

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}
const titled = ({ zh, en }: { zh: string; en: string }) => [
  { '@value': zh, '@language': 'zh' },
  { '@value': en, '@language': 'en' },
]
const day = (iso: string) => ({ '@value': iso, '@type': 'xsd:date' })

// addresses are relative to the folder of the release where the site has no public address
function distributionOf(file: FileEntry, base: string, licence: string) {
  const at = { '@id': base + file.path }
  return {
    '@type': 'dcat:Distribution',
    '@id': `${base}${file.path}#distribution`,
    'dcterms:title': file.path,
    'dcat:accessURL': at,
    'dcat:downloadURL': at,
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${file.mediaType}` },
    'dcat:byteSize': { '@value': String(file.size), '@type': 'xsd:nonNegativeInteger' },
    'dcterms:license': { '@id': licence },
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
      'spdx:checksumValue': { '@value': file.sha256, '@type': 'xsd:hexBinary' },
    },
  }
}

/** DCAT 3 catalogue (w3.org/TR/vocab-dcat-3) of the datasets, each with a distribution a format, as JSON-LD. */
export function dcatOf(publication: Publication, files: FileEntry[]): object {
  const { url, version, asOf, title, description, creator, licence, keywords, tables } = publication
  const base = url ? `${url}/data/${version}/` : './'
  const common = {
    'dcterms:license': { '@id': licence.url },
    'dcterms:issued': day(asOf),
    'dcterms:modified': day(asOf),
    'dcterms:publisher': { '@type': 'foaf:Agent', 'foaf:name': titled(creator) },
    'dcterms:language': ['zh', 'en'].map((l) => ({ '@id': `http://id.loc.gov/vocabulary/iso639-1/${l}` })),
  }
  return {
    '@context': context,
    '@id': `${base}dcat.jsonld#catalogue`,
    '@type': 'dcat:Catalog',
    'dcterms:title': titled(title),
    'dcterms:description': titled(description),
    ...common,
    ...(url ? { 'foaf:homepage': { '@id': `${url}/` } } : {}),
    'dcat:dataset': tables.map(({ table }) => ({
      '@id': `${base}dcat.jsonld#${table.name}`,
      '@type': 'dcat:Dataset',
      'dcterms:identifier': table.name,
      'dcterms:title': titled(table.title),
      'dcterms:description': titled(table.about),
      'dcat:version': version,
      'dcat:keyword': (['zh', 'en'] as const).flatMap((l) => keywords[l].map((k) => ({ '@value': k, '@language': l }))),
      ...common,
      'dcat:distribution': files.filter((f) => f.table === table.name).map((f) => distributionOf(f, base, licence.url)),
    })),
  }
}
