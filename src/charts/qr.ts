import { correction, generate, mode } from 'lean-qr'

// one mask for all: to try the eight takes ten times longer, and readers take any (tests read codes turned and blurred)
const options = { minCorrectionLevel: correction.M, maxCorrectionLevel: correction.M, mask: 0 } as const

/** Address → QR code as SVG text: lines of dark squares with four light ones around them, for a phone to read off paper or screen. */
export function renderQr(address: string, label: string): string {
  // bytes from the start: addresses have small letters, and the search for cheaper modes takes longer than all the rest
  const code = generate(mode.bytes(new TextEncoder().encode(address)), options)
  const quiet = 4
  const size = code.size + 2 * quiet
  // a run of dark squares is a line as wide as a square, through their middle: the view begins half a square above the first
  let lines = ''
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; ) {
      let run = 0
      while (code.get(x + run, y)) run += 1
      if (run > 0) lines += `M${x + quiet} ${y + quiet}h${run}`
      x += Math.max(run, 1)
    }
  const name = label.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -.5 ${size} ${size}" width="144" height="144" role="img" aria-label="${name}" shape-rendering="crispEdges"><path fill="#fff" d="M0-.5h${size}v${size}H0z"/><path stroke="#000" d="${lines}"/></svg>`
}
