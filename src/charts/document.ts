import { parseHTML } from 'linkedom'

/** A document for Plot to draw in at build time. */
export const drawingDocument = (): Document => parseHTML('<!doctype html><html><body></body></html>').document as unknown as Document
