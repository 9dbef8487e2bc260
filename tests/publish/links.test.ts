import { expect, it } from 'vitest'
import { formatProblem } from '../../src/model/problem.ts'
import { budgets, checkSite } from '../../src/publish/links.ts'

const check = (files: Record<string, string>) => checkSite(new Map(Object.entries(files))).map(formatProblem)

it('passes links, fragments and files that are there', () => {
  const files = {
    'zh/index.html': '<a href="/zh/a/#two">a</a><img src="/x.svg">',
    'zh/a/index.html': '<p id="two">b</p>',
    'x.svg': '<svg/>',
  }
  expect(check(files)).toEqual([])
})
it('names every link that leads nowhere, with its place', () => {
  expect(
    check({ 'index.html': '<p>\n<a href="/no/">x</a>\n<a href="#none">y</a>\n<script src="https://cdn.example/x.js"></script>' }),
  ).toEqual([
    'dist/index.html:2:3  /no/ leads nowhere. Make the address in views/routes.ts.',
    'dist/index.html:3:3  #none names a place the page does not have. Give the element that id.',
    'dist/index.html:4:8  https://cdn.example/x.js is on a foreign host. Serve it from the site or print the address as text.',
  ])
})
it('weighs a page as it travels', () => {
  const noise = Array.from({ length: budgets.other }, (_, i) => String.fromCharCode(33 + (((i * i * 7919) % 8999) % 90))).join('')
  const heavy = Array.from({ length: 12 }, (_, i) =>
    [...noise].map((c, k) => String.fromCharCode(33 + ((c.charCodeAt(0) * (i + 3) + k * k * (i + 1)) % 89))).join(''),
  ).join('')
  expect(check({ 'index.html': heavy })[0]).toMatch(/^dist\/index.html:1:1 {2}The page weighs \d+ bytes compressed, 30000 are allowed\./)
  expect(check({ 'index.html': 'a'.repeat(5_000_000) })).toEqual([])
})
