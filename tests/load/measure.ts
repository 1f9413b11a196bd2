import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { startChild, stopChild } from '../../scripts/process/child'
import { findFreePort } from '../../scripts/process/free-port'
import { ask } from './ask'

/** What one kind of request came to. Times in milliseconds, `cpu` in milliseconds of processor per request over all server processes. */
export interface Figures {
  name: string
  perSecond: number
  p50: number
  p99: number
  cpu: number
  errors: number
}

/** How many connections ask at once. */
export const connections = 10
/** What every browser takes. */
export const packed = { 'accept-encoding': 'gzip, deflate, br' }
/** For how long each kind of request is asked. */
export const seconds = process.argv.includes('--quick') ? 2 : 6
/**
 * For how long before that, uncounted: what a process has just been started for is compiled while it is asked, and takes up to twice as long. Again until it is no faster twice in a row, and so often at
 * most.
 */
const warmUp = { seconds, faster: 1.03, times: process.argv.includes('--quick') ? 2 : 10 }

/** Asks uncounted; `askFor` answers how often it asked, and is asked no more than `most` times as far as that is known before. Answers how often in all. */
async function warm(
  askFor: (seconds: number, before: number) => Promise<number>,
  most = Number.POSITIVE_INFINITY,
): Promise<number> {
  let [asked, best, slower] = [0, 0, 0]
  for (let time = 0; time < warmUp.times && slower < 2 && asked + 2.2 * best < most; time += 1) {
    const answered = await askFor(warmUp.seconds, asked)
    asked += answered
    slower = answered > best * warmUp.faster ? 0 : slower + 1
    best = Math.max(best, answered)
  }
  return asked
}

/** So often is counted what is answered fastest: of these the middle holds, since a neighbour on the machine shows in them first. */
const oftenCounted = 3

/** What is asked for as one row of a table: an address, or several one after the other, of servers that run a script. */
export type Asking = {
  name: string
  script: string
  url: string | readonly string[]
  headers?: Record<string, string>
}

/** Asks for an address, or for several one after the other, as fast as they are answered: those that were asked for uncounted are not counted either. */
export async function measure(asking: Asking): Promise<Figures> {
  const [figures] = await measureByTurns([asking], 1)
  if (figures === undefined) throw new RangeError('nothing was counted')
  return figures
}

/** The same of several, each counted so many times, by turns: what else the machine does in the meantime meets all of them alike. Of its counts each row is the middle one. */
export async function measureByTurns(askings: readonly Asking[], times = oftenCounted): Promise<Figures[]> {
  const rows = askings.map((asking) => ({ ...asking, asked: 0, counts: [] as Figures[] }))
  for (const row of rows)
    row.asked = await warm(
      async (duration, asked) => (await askFor(row, duration, asked)).answered,
      typeof row.url === 'string' ? undefined : row.url.length,
    )
  for (let turn = 0; turn < times; turn += 1)
    for (const row of rows) {
      const before = cpuOf(row.script)
      const count = await askFor(row, seconds, row.asked)
      row.asked += count.answered
      row.counts.push({
        name: row.name,
        perSecond: count.answered / (count.tookMs / 1000),
        ...percentilesOf(count.times),
        cpu: (cpuOf(row.script) - before) / Math.max(1, count.answered),
        errors: count.failed,
      })
    }
  return rows.map(({ counts }) => middleOf(counts))
}

function askFor({ url, headers = {} }: Asking, duration: number, from: number) {
  return ask({ url, headers, connections, seconds: duration, from })
}

/** With the errors of all. */
function middleOf(counts: readonly Figures[]): Figures {
  const middle = counts.toSorted((one, other) => one.perSecond - other.perSecond)[
    Math.floor(counts.length / 2)
  ]
  if (middle === undefined) throw new RangeError('nothing was counted')
  return { ...middle, errors: counts.reduce((sum, { errors }) => sum + errors, 0) }
}

function percentilesOf(times: number[]): { p50: number; p99: number } {
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99) }
}

/** A server without the shop, which takes its port and then `more`, for as long as `use` asks it. */
export async function withBareServer<Used>(
  script: string,
  more: readonly string[],
  use: (server: Pick<Asking, 'script' | 'url'>) => Promise<Used>,
): Promise<Used> {
  const port = await findFreePort()
  const child = startChild(script, [String(port), ...more], { environment: { NODE_ENV: 'production' } })
  const url = `http://127.0.0.1:${port}/`
  while (!(await fetch(url).catch(() => null))) await wait(50)
  try {
    return await use({ script, url })
  } finally {
    await stopChild(child, 5_000)
  }
}

/** `node:http` alone, which says hello, or what stands at an address. */
export const helloServer = 'tests/load/hello.ts'
/** A page of the frame that reads nothing and says hello. */
export const emptyPageServer = 'tests/load/empty-page.ts'

/** Lets ten buyers do something one after the other, for as long as everything is measured. `work` answers whether it went well. */
export async function measureWork(
  name: string,
  script: string,
  work: () => Promise<boolean>,
): Promise<Figures> {
  await warm(async (duration) => (await workFor(duration, work)).times.length)
  const before = cpuOf(script)
  const { times, errors, tookMs } = await workFor(seconds, work)
  return {
    name,
    perSecond: times.length / (tookMs / 1000),
    ...percentilesOf(times),
    cpu: (cpuOf(script) - before) / Math.max(1, times.length),
    errors,
  }
}

async function workFor(
  duration: number,
  work: () => Promise<boolean>,
): Promise<{ times: number[]; errors: number; tookMs: number }> {
  const started = performance.now()
  const times: number[] = []
  let errors = 0
  const one = async () => {
    while (performance.now() - started < duration * 1000) {
      const began = performance.now()
      if (!(await work())) errors += 1
      times.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  return { times, errors, tookMs: performance.now() - started }
}

type Running = { pid: number; parent: number; cpuSeconds: number; residentKb: number; args: string }

/** The processes below this one that run a script. */
function serversOf(script: string): Running[] {
  const all = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,cputimes=,rss=,args='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line): Running[] => {
      const found = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line)
      if (!found) return []
      const [, pid, parent, cpuSeconds, residentKb, args = ''] = found
      return [
        {
          pid: Number(pid),
          parent: Number(parent),
          cpuSeconds: Number(cpuSeconds),
          residentKb: Number(residentKb),
          args,
        },
      ]
    })
  const below = new Set([process.pid])
  for (let grew = true; grew; ) {
    const size = below.size
    for (const { pid, parent } of all) if (below.has(parent)) below.add(pid)
    grew = below.size > size
  }
  return all.filter(({ pid, args }) => below.has(pid) && args.includes(script))
}

/** Milliseconds of processor that they have used. */
function cpuOf(script: string): number {
  return serversOf(script).reduce((sum, { cpuSeconds }) => sum + cpuSeconds * 1000, 0)
}

/** Megabytes that each of them holds. */
export function residentOf(script: string): number[] {
  return serversOf(script).map(({ residentKb }) => Math.round(residentKb / 1024))
}
