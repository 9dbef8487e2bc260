import { startTips } from './tips.ts'

const stored = (name: string, value: string | null) => {
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
  } catch {
    // a browser that keeps nothing shows the choice for this page only
  }
}

/** What every page does with a script: display switches, copying, the share sheet, tips on charts. */
export function startFrame(page: Document): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('[data-set]')) startSwitch(page, button)
  for (const node of page.querySelectorAll('[data-whole]')) tellAddress(node)
  for (const button of page.querySelectorAll<HTMLButtonElement>('[data-copy]')) startCopy(page, button)
  for (const button of page.querySelectorAll<HTMLButtonElement>('[data-send]')) startSend(button)
  startTips(page)
}

// the address as it is now: choices on a page change it
function tellAddress(node: Element): void {
  node.textContent = location.href.split('#')[0] as string
}

function startSwitch(page: Document, button: HTMLButtonElement): void {
  const root = page.documentElement
  const { set: name = '', value = '', other } = button.dataset
  const dark = () => name === 'theme' && !root.dataset.theme && window.matchMedia('(prefers-color-scheme: dark)').matches
  const show = () => button.setAttribute('aria-pressed', String(root.dataset[name] === value || dark()))
  show()
  button.addEventListener('click', () => {
    const on = root.dataset[name] === value || dark()
    const next = on ? (other ?? null) : value
    if (next === null) delete root.dataset[name]
    else root.dataset[name] = next
    stored(name, next)
    show()
  })
}

function startCopy(page: Document, button: HTMLButtonElement): void {
  const source = page.getElementById(button.dataset.copy as string)
  if (!source) return
  const name = button.textContent
  button.addEventListener('click', async () => {
    if (source.hasAttribute('data-whole')) tellAddress(source)
    const text = source.textContent as string
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      // no clipboard on plain http: what is selected can be copied the old way
      const range = page.createRange()
      range.selectNodeContents(source)
      const selection = window.getSelection() as Selection
      selection.removeAllRanges()
      selection.addRange(range)
      page.execCommand('copy')
    }
    button.textContent = button.dataset.copied as string
    window.setTimeout(() => {
      button.textContent = name
    }, 2000)
  })
}

function startSend(button: HTMLButtonElement): void {
  if (typeof navigator.share !== 'function') return
  button.hidden = false
  button.addEventListener('click', () =>
    navigator.share({ title: button.dataset.send as string, url: location.href }).catch(() => undefined),
  )
}
