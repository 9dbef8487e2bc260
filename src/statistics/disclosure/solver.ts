import load from 'highs'

// HiGHS, the open linear-programming solver, as WebAssembly; https://highs.dev
let highs = await load()

/** A linear programme over variables 0…n−1: `bounds[i]` holds variable i, each row is Σ coefficient·variable `sense` right. */
export interface Programme {
  goal: 'Minimize' | 'Maximize'
  objective: Term[]
  rows: { terms: Term[]; sense: '=' | '<=' | '>='; right: number }[]
  bounds: [low: number, high: number][]
}
type Term = [coefficient: number, variable: number]

/** `values[i]` is variable i at the optimum; `null` stands for a programme without bound or without solution. */
export type Optimum = { status: 'optimal'; objective: number; values: number[] } | { status: 'unbounded' | 'infeasible' }

/** Solves a programme. Throws where the solver ends with any other status: a gate never opens by accident. */
export function optimize(programme: Programme): Optimum {
  const solution = highs.solve(writeProgramme(programme))
  const { Status: status } = solution
  if (status === 'Optimal')
    return { status: 'optimal', objective: solution.ObjectiveValue, values: programme.bounds.map((_, i) => readPrimal(solution, i)) }
  if (status === 'Unbounded') return { status: 'unbounded' }
  if (status === 'Infeasible') return { status: 'infeasible' }
  throw new Error(`The solver ended with "${status}".`)
}

/** Starts the solver anew, which frees the memory it holds. */
export async function renewSolver(): Promise<void> {
  highs = await load()
}

const readPrimal = ({ Columns }: { Columns: { [name: string]: { Primal?: number } } }, i: number) => Columns[`x${i}`]?.Primal ?? 0

// the CPLEX LP format, a few terms a line
function writeProgramme({ goal, objective, rows, bounds }: Programme): string {
  const lines: string[] = [goal, `goal: ${sum(objective.length > 0 ? objective : [[0, 0]])}`, 'Subject To']
  for (const [i, { terms, sense, right }] of rows.entries()) lines.push(`r${i}: ${sum(terms)} ${sense} ${right}`)
  lines.push('Bounds')
  for (const [i, [low, high]] of bounds.entries()) lines.push(low === high ? `x${i} = ${low}` : `${low} <= x${i} <= ${limit(high)}`)
  return [...lines, 'End', ''].join('\n')
}

const limit = (n: number) => (Number.isFinite(n) ? String(n) : '+inf')
const sum = (terms: Term[]) => terms.map(([c, v], i) => `${i % 8 === 7 ? '\n' : ''}${c < 0 ? '-' : '+'} ${Math.abs(c)} x${v}`).join(' ')
