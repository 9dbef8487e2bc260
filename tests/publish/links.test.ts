import { expect, it } from 'vitest'
import { formatProblem } from '../../src/model/problem.ts'
import { budgets, checkSite } from '../../src/publish/links.ts'

const check = (files: Record<string, string>) =>
  checkSite({ paths: Object.keys(files), read: (path) => files[path] as string }).map(formatProblem)

it('passes links, fragments and files that are there', () => {
  const files = {
    'zh/index.html': '<a href="/zh/a/#two">a</a><img src="/x.svg" width="1" height="1">',
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
it('wants the size of every picture, so that nothing jumps', () => {
  expect(check({ 'zh/index.html': '<img src="/x.svg">', 'x.svg': '' })).toEqual([
    'dist/zh/index.html:1:1  A picture has no size. Give it width and height.',
  ])
})
it('counts the scripts of a page with what they import', () => {
  const noise = Array.from({ length: 20_000 }, (_, i) => ((i * 7919 * (i % 97)) % 1_000_003).toString(36)).join('')
  const files = { 'zh/index.html': '<script type="module" src="/a.js"></script>', 'a.js': 'import {x} from "./b.js"', 'b.js': noise }
  expect(check(files)[0]).toMatch(/^dist\/zh\/index.html:1:1 {2}Its scripts weigh \d+ bytes compressed, 12000 are allowed\./)
  expect(check({ ...files, 'zh/search/index.html': files['zh/index.html'], 'zh/index.html': '' })).toEqual([])
})
it('weighs a page as it travels', () => {
  const noise = Array.from({ length: budgets.other }, (_, i) => String.fromCharCode(33 + (((i * i * 7919) % 8999) % 90))).join('')
  const heavy = Array.from({ length: 12 }, (_, i) =>
    [...noise].map((c, k) => String.fromCharCode(33 + ((c.charCodeAt(0) * (i + 3) + k * k * (i + 1)) % 89))).join(''),
  ).join('')
  expect(check({ 'index.html': heavy })[0]).toMatch(/^dist\/index.html:1:1 {2}The page weighs \d+ bytes compressed, 30000 are allowed\./)
  expect(check({ 'index.html': 'a'.repeat(5_000_000) })).toEqual([])
})
