import { execFileSync, spawn } from 'node:child_process'

type Command = [string, ...string[]]

/** Programs that run lines of a language, the first that has what the lines need; null where there is none. */
const candidates: { [language: string]: { run: Command; needs: Command }[] } = {
  curl: [{ run: ['bash', '-c'], needs: ['curl', '--version'] }],
  python: ['python3', '/usr/bin/python3'].map((p) => ({ run: [p, '-c'], needs: [p, '-c', 'import json, urllib.request'] })),
  pandas: ['python3', '/usr/bin/python3'].map((p) => ({ run: [p, '-c'], needs: [p, '-c', 'import pandas'] })),
  matplotlib: ['python3', '/usr/bin/python3'].map((p) => ({ run: [p, '-c'], needs: [p, '-c', 'import pandas, matplotlib'] })),
  r: [{ run: ['Rscript', '-e'], needs: ['Rscript', '--version'] }],
  jsonlite: [{ run: ['Rscript', '-e'], needs: ['Rscript', '-e', 'library(jsonlite)'] }],
  javascript: [{ run: [process.execPath, '--input-type=module', '-e'], needs: [process.execPath, '--version'] }],
}

const works = ([program, ...args]: Command) => {
  try {
    execFileSync(program, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
const found = new Map<string, Command | null>()

/** Program for lines of a language on this machine; null, said plainly, where there is none. */
export function programOf(language: string): Command | null {
  if (!found.has(language)) {
    const known = candidates[language]?.find(({ needs }) => works(needs))?.run ?? null
    if (!known) process.stderr.write(`No program for ${language} on this machine: its lines are not run.\n`)
    found.set(language, known)
  }
  return found.get(language) ?? null
}

/** Lines of a language → what they print; throws with what they complain of. */
export async function runLines(language: string, code: string, cwd = '.'): Promise<string> {
  const [program, ...args] = programOf(language) as Command
  const run = spawn(program, [...args, code], { cwd, env: { ...process.env, MPLBACKEND: 'agg' } })
  let [out, complaint] = ['', '']
  run.stdout.on('data', (chunk) => {
    out += chunk
  })
  run.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  const status = await new Promise((done) => run.on('close', done))
  if (status !== 0) throw new Error(`${language} ended with ${status}: ${complaint}\n${code}`)
  return out
}
