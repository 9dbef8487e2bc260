import { readdirSync, readFileSync } from 'node:fs'
// @ts-expect-error its types are not where its exports say
import DoIUse from 'doiuse/lib/DoIUse.js'
import postcss from 'postcss'
import { describe, expect, it } from 'vitest'
import { strokeOf } from '../src/charts/palette.ts'

const names = readdirSync('src/styles').filter((name) => name.endsWith('.css'))
const css = Object.fromEntries(names.map((name) => [name, readFileSync(`src/styles/${name}`, 'utf8')]))
const all = Object.values(css).join('\n')

/** Blocks of custom properties: the light theme, the dark one by preference, the dark one by switch. */
const themes = [...(css['tokens.css'] ?? '').matchAll(/^ *(:root(?:[^{,]*)) \{([^}]*)\}/gm)].map((m) => ({
  selector: m[1] as string,
  values: Object.fromEntries([...(m[2] as string).matchAll(/--(\w+): (#[0-9a-f]{6});/g)].map((v) => [v[1] as string, v[2] as string])),
}))
const themeOf = (selector: string) => themes.find((t) => t.selector === selector && Object.keys(t.values).length > 5)?.values ?? {}
const light = themeOf(':root')
const dark = themeOf(':root[data-theme="dark"]')

const channels = (hex: string) => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
const linear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
const luminance = (hex: string) => {
  const [r, g, b] = channels(hex).map(linear) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string) => {
  const [x, y] = [luminance(a), luminance(b)].sort((m, n) => n - m) as [number, number]
  return (x + 0.05) / (y + 0.05)
}

describe('the stylesheet', () => {
  // what an old browser leaves out, and loses nothing by it
  const comfort = ['text-decoration', 'css-focus-visible', 'css-text-justify', 'outline']
  // what the database calls partial, or takes for another feature, and Chromium 78 does: values of overflow, basic shapes, minmax() in grids,
  // padding-inline-start, break-inside for pages, :not() of one selector
  const partial = [
    'css-overflow',
    'css-clip-path',
    'css-masks',
    'css-math-functions',
    'css-logical-props',
    'multicolumn',
    'css-not-sel-list',
  ]
  it('uses nothing that Chromium 78 lacks, but for comfort', async () => {
    const lacking: string[] = []
    await postcss([
      new DoIUse({
        browsers: ['chrome 78'],
        ignore: [...comfort, ...partial],
        onFeatureUsage: ({ feature, usage }: { feature: string; usage: { toString: () => string } }) =>
          lacking.push(`${feature}: ${usage.toString().split('\n')[0]}`),
      }),
    ]).process(all, { from: undefined })
    expect(lacking).toEqual([])
    // what the database of features does not name
    expect(all).not.toMatch(
      /@layer|light-dark\(|oklch\(|color-mix\(|:has\(|:is\(|:where\(|aspect-ratio|inset:|(?<!grid-)gap:|clamp\(|^\s*&/m,
    )
  })
  it('finds a feature that is too new', async () => {
    const found: string[] = []
    await postcss([
      new DoIUse({ browsers: ['chrome 78'], onFeatureUsage: ({ feature }: { feature: string }) => found.push(feature) }),
    ]).process('a { & b { color: red } } p:has(a) { color: red }', { from: undefined })
    expect(found.length).toBeGreaterThan(0)
  })
  it('slants nothing', () => expect(all).not.toMatch(/font-style:\s*(?:italic|oblique)/))
})

describe('the colours', () => {
  it('of the dark theme are the same by preference and by switch', () => {
    expect(themeOf(':root:not([data-theme="light"])')).toEqual(dark)
    expect(Object.keys(dark).length).toBeGreaterThan(15)
    for (const name of Object.keys(dark)) expect(light[name], name).toMatch(/^#/)
  })
  it.each([
    ['light', light],
    ['dark', dark],
  ])('of the %s theme can be read', (_, theme) => {
    const on = (ink: string, ground: string) => contrast(theme[ink] as string, theme[ground] as string)
    for (const ground of ['paper', 'card', 'wash', 'warn']) expect(on('ink', ground), ground).toBeGreaterThanOrEqual(7)
    for (const ink of ['soft', 'accent', 'mark'])
      for (const ground of ['paper', 'card']) expect(on(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) expect(on(`c${n}`, 'card'), `c${n}`).toBeGreaterThanOrEqual(4.5)
    const steps = [1, 2, 3, 4, 5].map((n) => luminance(theme[`q${n}`] as string))
    expect([...steps].sort((a, b) => (luminance(theme.card as string) > 0.5 ? b - a : a - b))).toEqual(steps)
  })

  // a colour as one who lacks the cones for red, or for green, sees it (Viénot, Brettel and Mollon 1999), in linear light
  const lacks = {
    red: [
      [0.11238, 0.88762, 0],
      [0.11238, 0.88762, 0],
      [0.00401, -0.00401, 1],
    ],
    green: [
      [0.29275, 0.70725, 0],
      [0.29275, 0.70725, 0],
      [-0.02234, 0.02234, 1],
    ],
  }
  const seen = (hex: string, matrix: number[][]) => {
    const rgb = channels(hex).map(linear)
    return matrix.map((row) => row.reduce((sum, m, i) => sum + m * (rgb[i] as number), 0))
  }
  it.each(['red', 'green'] as const)('of provinces that are held stay apart without the cones for %s', (cone) => {
    for (const theme of [light, dark]) {
      const held = ['320000', '360000', '420000', '530000'].map((code) => theme[/c\d/.exec(strokeOf(code).colour)?.[0] ?? ''] as string)
      for (const [i, a] of held.entries())
        for (const b of held.slice(i + 1)) {
          const [x, y] = [seen(a, lacks[cone]), seen(b, lacks[cone])]
          const distance = Math.hypot(...x.map((v, k) => Math.sqrt(Math.max(v, 0)) - Math.sqrt(Math.max(y[k] as number, 0))))
          expect(distance, `${a} and ${b}`).toBeGreaterThan(0.08)
        }
    }
  })
})

it('a region keeps its colour, and tells its level by the stroke', () => {
  expect(strokeOf('360700').colour).toBe(strokeOf('360000').colour)
  expect(new Set(['360000', '360700', '360781'].map((code) => strokeOf(code).dash)).size).toBe(3)
  expect(new Set(['100000', '320000', '360000', '420000', '530000'].map((code) => strokeOf(code).colour)).size).toBe(5)
})
