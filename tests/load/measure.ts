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
export const oftenCounted = 3

/** Asks for an address, or for several one after the other, as fast as they are answered: those that were asked for uncounted are not counted either. Of several counts the middle one. */
export async function measure(
  name: string,
  script: string,
  url: string | readonly string[],
  headers: Record<string, string> = {},
  times = 1,
): Promise<Figures> {
  const askFor = (duration: number, from: number) =>
    ask({ url, headers, connections, seconds: duration, from })
  const from = await warm(
    async (duration, asked) => (await askFor(duration, asked)).answered,
    typeof url === 'string' ? undefined : url.length,
  )
  const counts: Figures[] = []
  let asked = from
  while (counts.length < times) {
    const before = cpuOf(script)
    const count = await askFor(seconds, asked)
    asked += count.answered
    counts.push({
      name,
      perSecond: count.answered / (count.tookMs / 1000),
      ...percentilesOf(count.times),
      cpu: (cpuOf(script) - before) / Math.max(1, count.answered),
      errors: count.failed,
    })
  }
  counts.sort((one, other) => one.perSecond - other.perSecond)
  const middle = counts[Math.floor(times / 2)]
  if (middle === undefined) throw new RangeError(`${name} was to be counted ${times} times`)
  return { ...middle, errors: counts.reduce((sum, { errors }) => sum + errors, 0) }
}

function percentilesOf(times: number[]): { p50: number; p99: number } {
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99) }
}

/** How fast `node:http` alone says hello here, or what stands at an address. */
export function measureHello(name: string, copied?: string): Promise<Figures> {
  return copied === undefined
    ? measureBare(name, 'tests/load/hello.ts')
    : measureBare(name, 'tests/load/hello.ts', [copied], packed)
}

/** How fast a page of the frame is that reads nothing and says hello. */
export function measureEmptyPage(name: string): Promise<Figures> {
  return measureBare(name, 'tests/load/empty-page.ts')
}

/** How fast a server without the shop is, which takes its port and then `more`. */
async function measureBare(
  name: string,
  script: string,
  more: readonly string[] = [],
  headers: Record<string, string> = {},
): Promise<Figures> {
  const port = await findFreePort()
  const environment = { NODE_ENV: 'production' }
  const child = startChild(script, [String(port), ...more], { environment })
  const url = `http://127.0.0.1:${port}/`
  while (!(await fetch(url).catch(() => null))) await wait(50)
  const figures = await measure(name, script, url, headers, oftenCounted)
  await stopChild(child, 5_000)
  return figures
}

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
