import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/**
 * One server for each processor, all behind one port. The first of them also runs the jobs. A server that dies is replaced; SIGHUP replaces all, one after
 * the other, the old one only when the new one answers, so that a new build is taken up without a refused request; SIGTERM lets each finish what it does.
 */

/** A server that dies sooner than this is not begun again at once. */
const shortLife = 10_000

const count = readCount()
let stopping = false

/** How many servers: WEB_CONCURRENCY, else the number of processors. */
function readCount(): number {
  const text = process.env.WEB_CONCURRENCY || String(availableParallelism())
  const number = Number(text)
  if (Number.isInteger(number) && number >= 1 && number <= 64) return number
  console.error(`WEB_CONCURRENCY must be a number from 1 to 64, not ${text}.`)
  process.exit(1)
}

/** Begins the server of a place; resolves when it listens. One that ends before it ever did takes the whole start with it; later ones are tried again. */
async function begin(place: number): Promise<Worker> {
  const worker = cluster.fork(place === 0 ? {} : { WORKER: 'off' })
  const since = Date.now()
  worker.once('exit', (code, signal) => void replaceLost(place, worker, Date.now() - since, code || signal))
  await Promise.race([once(worker, 'listening'), once(worker, 'exit')])
  return worker
}

const servers: Worker[] = []

async function replaceLost(place: number, lost: Worker, lived: number, why: number | string): Promise<void> {
  if (stopping || (servers[place] && servers[place] !== lost)) return
  if (!servers[place]) process.exit(typeof why === 'number' ? why : 1)
  console.error(`A server ended by itself (${why}) and is begun again.`)
  if (lived < shortLife) await wait(1_000)
  if (!stopping) servers[place] = await begin(place)
}

async function beginAll(): Promise<void> {
  for (let place = 0; place < count && !stopping; place++) servers[place] = await begin(place)
}

/** New servers for old, one place after the other. */
async function replaceAll(): Promise<void> {
  for (const [place, old] of servers.entries()) {
    const next = await begin(place)
    if (stopping || next.isDead()) return
    servers[place] = next
    old.process.kill('SIGTERM')
    if (!old.isDead()) await once(old, 'exit')
  }
}

function stop(): void {
  stopping = true
  for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM')
}

cluster.setupPrimary({ exec: fileURLToPath(new URL('server.ts', import.meta.url)) })
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
let working = beginAll()
process.on('SIGHUP', () => {
  working = working.then(replaceAll)
})
await working
