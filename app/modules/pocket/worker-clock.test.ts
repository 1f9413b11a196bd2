import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { describe, expect, it } from 'vitest'

const code = readFileSync(new URL('../../../public/sw.js', import.meta.url), 'utf8')
const dayMs = 86_400_000
const page = '/studio/pocket'

/** The worker on a phone: `clock` is what the phone says that it is, `running` how long the worker runs; both in milliseconds. */
function startWorker() {
  const phone = { clock: Date.UTC(2026, 10, 29), running: 0 }
  const asked: string[] = []
  const kept = new Map<string, Response>()
  const store = {
    match: (path: string) => Promise.resolve(kept.get(path)?.clone()),
    put: (path: string, response: Response) => Promise.resolve(kept.set(path, response)),
    keys: () => Promise.resolve([]),
    addAll: () => Promise.resolve(),
  }
  type Event = {
    request?: unknown
    waitUntil: (work: Promise<unknown>) => void
    respondWith: (answer: Promise<Response>) => void
  }
  const hears = new Map<string, (event: Event) => void>()
  const origin = 'http://shop.example'
  const context = createContext({
    self: {
      location: { origin },
      addEventListener: (name: string, hear: (event: Event) => void) => hears.set(name, hear),
      skipWaiting: () => Promise.resolve(),
    },
    caches: { open: () => Promise.resolve(store) },
    fetch: (path: string) => {
      asked.push(path)
      return Promise.resolve(new Response('<html></html>'))
    },
    Date: { now: () => phone.clock },
    performance: { now: () => phone.running },
    URL,
    Set,
  })
  runInContext(code, context)
  const happen = async (name: string, request?: unknown) => {
    const works: Promise<unknown>[] = []
    hears.get(name)?.({
      request,
      waitUntil: (work) => works.push(work),
      respondWith: (answer) => works.push(answer),
    })
    // opening a page asks for its renewal a moment later
    for (let seen = -1; seen !== works.length; ) {
      seen = works.length
      await Promise.all(works)
    }
  }
  const open = async () => {
    const before = asked.length
    await happen('fetch', { method: 'GET', mode: 'navigate', url: `${origin}${page}` })
    return asked.slice(before).includes(page)
  }
  return { phone, happen, open }
}

describe('the pocket that a phone keeps', () => {
  it.each([
    ['back by a day', -dayMs],
    ['on by a day', dayMs],
    ['not at all', 0],
  ])('is renewed ten minutes later, not before, on a phone whose clock is put %s', async (_, offset) => {
    const { phone, happen, open } = startWorker()
    await happen('install')
    phone.clock += offset
    phone.running += 60_000
    expect(await open()).toBe(false)
    phone.clock += 600_000
    phone.running += 600_000
    expect(await open()).toBe(true)
  })
})
