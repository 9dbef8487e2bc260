/** Class of all drawings: styles/parts.css gives them no background of their own, and type and ink of the page. */
export const manner = 'drawn'

/**
 * Drawing → SVG text that a screen reader takes as one picture with one label; no inner labels, no inline white. What a mark's title says stands
 * in `data-tip`, for the page to show.
 */
export const renderSvg = (drawing: Element, label: string): string => settleSvg(drawing, label).outerHTML

/** The same, as the element it is. */
export function settleSvg(drawing: Element, label: string): Element {
  for (const node of [drawing, ...drawing.querySelectorAll('[aria-label], [aria-hidden], [aria-description]')])
    for (const name of ['aria-label', 'aria-hidden', 'aria-description']) node.removeAttribute(name)
  for (const style of drawing.querySelectorAll('style')) style.remove()
  for (const title of drawing.querySelectorAll('title')) {
    title.parentElement?.setAttribute('data-tip', title.textContent ?? '')
    title.remove()
  }
  drawing.setAttribute('role', 'img')
  drawing.setAttribute('aria-label', label)
  drawing.removeAttribute('width')
  drawing.removeAttribute('height')
  return drawing
}

/** SVG of a page → SVG that stands alone: size, colours and type of its own; `colours` are the values of the CSS variables. */
export function standAlone(svg: string, colours: { [name: string]: string }, font: string): string {
  const [, , , width = '720', height = '400'] = /viewBox="([\d.-]+) ([\d.-]+) ([\d.]+) ([\d.]+)"/.exec(svg)?.slice(0) ?? []
  const own = svg
    .replace(/var\(--(\w+)\)/g, (_, name: string) => colours[name] ?? '#000')
    .replace(/ data-tip="[^"]*"/g, '')
    .replace(/^<svg[^>]*>/, (root) => root.replace(/ (?:class|style|xmlns|fill|font-\w+)="[^"]*"/g, ''))
    .replaceAll('currentColor', colours.ink ?? '#000')
  const manners = `fill="${colours.ink}" font-family="${font}" font-size="13"`
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ${manners}`
  return own.replace('<svg', head).replace(/(<svg[^>]*>)/, `$1<rect width="${width}" height="${height}" fill="${colours.card}"/>`)
}
