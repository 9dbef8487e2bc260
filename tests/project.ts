import { cpSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'

const parts = ['src', 'scripts', 'public', 'package.json', 'package-lock.json', 'tsconfig.json', 'astro.config.mjs', 'env.d.ts']

/** Puts the project without its data into an empty folder; its libraries are those of this one. */
export function copyProject(root: string): void {
  for (const part of parts) cpSync(part, join(root, part), { recursive: true })
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
}
