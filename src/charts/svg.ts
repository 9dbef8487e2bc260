import { parseHTML } from 'linkedom'

/** A document for Plot to draw in at build time. */
export const drawingDocument = (): Document => parseHTML('<!doctype html><html><body></body></html>').document as unknown as Document

/** Drawing → SVG text that a screen reader takes as one picture with one label; no inner labels, no inline white. */
export function renderSvg(drawing: Element, label: string): string {
  for (const node of [drawing, ...drawing.querySelectorAll('[aria-label], [aria-hidden], [aria-description]')])
    for (const name of ['aria-label', 'aria-hidden', 'aria-description']) node.removeAttribute(name)
  for (const style of drawing.querySelectorAll('style')) style.remove()
  drawing.setAttribute('role', 'img')
  drawing.setAttribute('aria-label', label)
  drawing.removeAttribute('width')
  drawing.removeAttribute('height')
  return drawing.outerHTML
}
