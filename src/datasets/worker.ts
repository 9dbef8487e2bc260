// what a worker thread of the pool can be asked for
export { compare, contribute, count } from './tasks.ts'
