import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '~/paths'
import { pause } from '../../scripts/process/identity.mjs'
import { type ServerProcess, serverProcess } from '../fixtures/server-process'
import { buildGround } from '../fixtures/world'

let shop: ServerProcess

beforeAll(async () => {
  await buildGround()
  shop = await serverProcess('workers.js')
  await shop.start({ WEB_CONCURRENCY: '2' })
}, 120_000)
afterAll(() => shop.stop())

/** The servers behind the port, by process id. */
function servers(): number[] {
  return execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+.*server\.js/.exec(line))
    .filter((found) => Number(found?.[2]) === shop.pid())
    .map((found) => Number(found?.[1]))
}

async function untilServersAre(wanted: (pids: number[]) => boolean): Promise<number[]> {
  const deadline = Date.now() + 120_000
  while (Date.now() < deadline) {
    const pids = servers()
    if (wanted(pids)) return pids
    await pause(100)
  }
  throw new Error(`the servers are ${servers().join(', ')}`)
}

async function ask(path: string, patience = 60_000): Promise<{ status: number; text: string }> {
  const answer = await fetch(shop.origin + path, {
    headers: { Connection: 'close' },
    signal: AbortSignal.timeout(patience),
  })
  return { status: answer.status, text: await answer.text() }
}

/** Both take their turn: each says when it was begun. */
async function untilBothAnswer(): Promise<void> {
  const begun = new Set<string>()
  const deadline = Date.now() + 120_000
  while (begun.size < 2 && Date.now() < deadline) {
    const { text } = await ask(paths.metrics())
    begun.add(/^qiaoshou_process_start_time_seconds (\d+)/m.exec(text)?.[1] ?? '')
    await pause(100)
  }
  expect(begun.size).toBe(2)
}

describe('two servers behind one port', { timeout: 300_000 }, () => {
  it('are two again after one was killed, and one answers meanwhile', async () => {
    await untilBothAnswer()
    const [lost, other] = servers()
    process.kill(lost ?? 0, 'SIGKILL')
    await untilServersAre((pids) => lost !== undefined && !pids.includes(lost))
    // what was handed to it in the moment of its death is lost, as in any crash; whoever asks again is answered
    const again = ask(paths.search(), 2_000).catch(() => ask(paths.search()))
    expect((await again).status).toBe(200)
    const now = await untilServersAre((pids) => pids.length === 2)
    expect(now).toContain(other)
    expect(now).not.toContain(lost)
  })

  it('are replaced one after the other without a refused request', async () => {
    await untilBothAnswer()
    const before = servers()
    const statuses: number[] = []
    let isDone = false
    const asking = (async () => {
      while (!isDone) statuses.push((await ask(paths.search())).status)
    })()
    shop.signal('SIGHUP')
    const after = untilServersAre((pids) => pids.length === 2 && pids.every((pid) => !before.includes(pid)))
    await after.finally(() => {
      isDone = true
    })
    await asking
    expect(statuses.length).toBeGreaterThan(10)
    expect(new Set(statuses)).toEqual(new Set([200]))
  })

  it('end together', async () => {
    const pids = await untilServersAre((all) => all.length === 2)
    shop.signal('SIGTERM')
    await shop.ended()
    const alive = pids.filter((pid) => {
      try {
        return process.kill(pid, 0)
      } catch {
        return false
      }
    })
    expect(alive).toEqual([])
  })
})
