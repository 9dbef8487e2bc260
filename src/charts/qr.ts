import QRCode from 'qrcode'

/** Address → QR code as SVG text: one path of dark squares with four light ones around it, for a phone to read off paper or screen. */
export function renderQr(address: string, label: string): string {
  // bytes from the start: addresses have small letters, and the search for cheaper modes takes longer than all the rest
  const bytes = new TextEncoder().encode(address)
  // one mask for all: to try the eight takes ten times longer, and readers take any (tests read codes turned and blurred)
  const { modules } = QRCode.create([{ data: bytes, mode: 'byte' }], { errorCorrectionLevel: 'M', maskPattern: 0 })
  const quiet = 4
  const size = modules.size + 2 * quiet
  let path = ''
  for (let y = 0; y < modules.size; y += 1)
    for (let x = 0; x < modules.size; ) {
      let run = 0
      while (x + run < modules.size && modules.get(y, x + run)) run += 1
      if (run > 0) path += `M${x + quiet} ${y + quiet}h${run}v1h-${run}z`
      x += Math.max(run, 1)
    }
  const name = label.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="144" height="144" role="img" aria-label="${name}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
}
