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

/**
 * A page leaves half a megabyte behind, and five of them are on their way at any moment: a youngest part of the heap of a few megabytes is searched for what is still needed
 * every nine pages, most of which is moved. So large it grows by itself, under a load that lasts.
 */
const youngMegabytes = 16

/** How many servers: WEB_CONCURRENCY, else the number of processors. */
function readCount(): number {
  const text = process.env.WEB_CONCURRENCY || String(availableParallelism())
  const number = Number(text)
  if (Number.isInteger(number) && number >= 1 && number <= 64) return number
  console.error(`WEB_CONCURRENCY must be a number from 1 to 64, not ${text}.`)
  process.exit(1)
}

/** Which server stands at which place; one that has died stands there until it is replaced. */
const servers: Worker[] = []

/** Beginnings and replacements, one at a time. */
let turn = Promise.resolve()
function inTurn(work: () => Promise<void>): void {
  turn = turn.then(work)
}

/** Begins a server for a place; resolves when it listens or has died. The very first one of a place that dies before it listens ends everything: the start failed. */
async function begin(place: number): Promise<Worker> {
  const worker = cluster.fork(place === 0 ? {} : { WORKER: 'off' })
  const since = Date.now()
  worker.once('exit', (code, signal) => {
    if (stopping) return
    if (!servers[place]) process.exit(code || 1)
    if (servers[place] !== worker) return
    console.error(`A server ended by itself (${code || signal}) and is begun again.`)
    inTurn(() => replaceLost(place, worker, Date.now() - since))
  })
  await Promise.race([once(worker, 'listening'), once(worker, 'exit')])
  return worker
}

async function replaceLost(place: number, lost: Worker, lived: number): Promise<void> {
  if (lived < shortLife) await wait(1_000)
  while (!stopping && servers[place] === lost) {
    const next = await begin(place)
    if (next.isDead()) await wait(1_000)
    else servers[place] = next
  }
}

async function beginAll(): Promise<void> {
  for (let place = 0; place < count && !stopping; place++) servers[place] = await begin(place)
}

/** New servers for old, one place after the other. Where the new one does not come up, the old ones stay. */
async function replaceAll(): Promise<void> {
  for (const [place, old] of servers.entries()) {
    const next = await begin(place)
    if (stopping || next.isDead()) return
    servers[place] = next
    if (old.isDead()) continue
    const ended = once(old, 'exit')
    old.process.kill('SIGTERM')
    await ended
  }
}

function stop(): void {
  stopping = true
  for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM')
}

cluster.setupPrimary({
  exec: fileURLToPath(new URL('server.js', import.meta.url)),
  execArgv: [...process.execArgv, `--min-semi-space-size=${youngMegabytes}`],
})
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
process.on('SIGHUP', () => inTurn(replaceAll))
inTurn(beginAll)
