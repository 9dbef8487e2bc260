/** A new element with its properties and what stands in it. */
export function element<K extends keyof HTMLElementTagNameMap>(
  page: Document,
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = page.createElement(name)
  Object.assign(made, properties)
  made.append(...inside)
  return made
}

/** Whether the page was opened from a disk: then it can load no data, and says so in `place`. */
export function lacksServer(page: Document, form: HTMLFormElement, place: HTMLElement): boolean {
  if (location.protocol !== 'file:') return false
  form.className = ''
  form.hidden = true
  place.append(element(page, 'p', { className: 'notice warn' }, form.dataset.server || ''))
  return true
}

/** A link to an address of this site. */
export const link = (page: Document, href: string, text: string, className = ''): HTMLAnchorElement =>
  element(page, 'a', { href, className }, text)
