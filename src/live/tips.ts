import { element } from './element.ts'

/** Names of marks in charts beside the pointer, the focus or the finger; each chart is one stop of the keyboard, arrows walk its marks. */
export function startTips(page: Document): void {
  const tip = element(page, 'p', { className: 'tip', hidden: true })
  for (const chart of page.querySelectorAll<HTMLElement>('[data-tips]')) startChart(page, chart, tip)
}

function startChart(page: Document, chart: HTMLElement, tip: HTMLElement): void {
  const marks = [...chart.querySelectorAll<SVGElement>('[data-tip]')]
  if (marks.length === 0) return
  const live = element(page, 'p', { className: 'tip-text' })
  live.setAttribute('aria-live', 'polite')
  chart.append(live)
  let at = -1
  const show = (mark: SVGElement | undefined, spoken: boolean) => {
    for (const other of marks) other.classList.remove('at')
    tip.hidden = !mark
    if (!mark) return
    mark.classList.add('at')
    if (tip.parentNode !== chart) chart.append(tip)
    tip.textContent = mark.getAttribute('data-tip')
    if (spoken) live.textContent = tip.textContent
    const [box, own] = [chart.getBoundingClientRect(), mark.getBoundingClientRect()]
    const left = own.left + own.width / 2 - box.left
    tip.style.left = `${Math.max(0, Math.min(left, box.width - tip.offsetWidth))}px`
    tip.style.top = `${Math.max(0, own.top - box.top - tip.offsetHeight - 8)}px`
  }
  const step = (by: number) => {
    at = (at + by + marks.length) % marks.length
    show(marks[at], true)
  }
  const markOf = (event: Event) => (event.target as Element).closest?.('[data-tip]') as SVGElement | null
  chart.addEventListener('pointerover', (event) => show(markOf(event) || undefined, false))
  chart.addEventListener('pointerleave', () => show(undefined, false))
  chart.addEventListener('click', (event) => show(markOf(event) || undefined, true))
  chart.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowRight' || event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') step(-1)
    else if (event.key === 'Escape') show(undefined, false)
    else return
    event.preventDefault()
  })
}
