import { mayShow } from '../compare/wording.ts'
import type { Document } from '../model/document.ts'
import { parseDocument } from '../parse/document.ts'
import { readOriginal } from './sources.ts'

/**
 * Official texts by provision id, from FOLDER/<id>.txt, of documents whose text may be shown; all others stay closed even where a file is there.
 * No part of them enters a dataset.
 */
export function readOriginals(folder: string, documents: Document[]): Map<string, string> {
  const texts = new Map<string, string>()
  for (const d of documents.filter(mayShow))
    for (const p of parseDocument(readOriginal(folder, d.id)?.text ?? '').provisions) texts.set(`${d.id}/${p.id}`, p.text)
  return texts
}
