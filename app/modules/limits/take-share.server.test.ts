import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { owner } from '../../../tests/fixtures/owner'
import { buildGround } from '../../../tests/fixtures/world'
import type { takeShare } from './take-share.server'

type Take = typeof takeShare

/** As many processes as said: each remembers for itself, all share the database. */
async function start(count: number): Promise<Take[]> {
  const takes: Take[] = []
  for (let at = 0; at < count; at++) {
    vi.resetModules()
    takes.push((await import('./take-share.server')).takeShare)
  }
  return takes
}

const allow = (key: string, value: number) =>
  owner.setting.create({ data: { key, value, validFrom: new Date('2020-01-01') } })
const isTaken = (asked: Promise<void>) =>
  asked.then(
    () => true,
    (error: { status?: number }) => {
      expect(error.status).toBe(429)
      return false
    },
  )
/** Asks of the processes in turn, and says how often something was had. */
async function askInTurn(takes: readonly Take[], times: number, asked: Parameters<Take>[0]) {
  let had = 0
  for (let at = 0; at < times; at++) if (await isTaken((takes[at % takes.length] as Take)(asked))) had += 1
  return had
}

beforeAll(async () => {
  await buildGround()
  await allow('limits.searches', 12)
  await allow('limits.suggestions', 80)
  await allow('limits.files', 0)
  await allow('limits.uploads', 2)
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a share', () => {
  it.each([1, 2, 5, 12])('is had whole and never twice, by %i processes in turn', async (count) => {
    const of = crypto.randomUUID()
    expect(await askInTurn(await start(count), 30, { what: 'searches', of })).toBe(12)
  })

  it('is had whole and never twice by five at the same time', async () => {
    const [of, takes] = [crypto.randomUUID(), await start(5)]
    const asked = takes.flatMap((take) =>
      Array.from({ length: 10 }, () => isTaken(take({ what: 'searches', of }))),
    )
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(12)
  })

  it('of which processes take some ahead is half had by whoever asks them in turn, and never more than whole', async () => {
    const takes = await start(20)
    const had = await askInTurn(takes, 200, { what: 'suggestions', of: crypto.randomUUID() })
    expect(had).toBeGreaterThanOrEqual(40)
    expect(had).toBeLessThanOrEqual(80)
    expect(await askInTurn(takes.slice(0, 1), 200, { what: 'suggestions', of: crypto.randomUUID() })).toBe(80)
  })

  it('loses nothing while somebody takes a little of it now and then', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const [of, takes] = [crypto.randomUUID(), await start(2)]
    let had = 0
    for (let at = 0; at < 14; at++) {
      had += await askInTurn(takes, 1, { what: 'searches', of })
      vi.setSystemTime(Date.now() + 30_000)
    }
    expect(had).toBe(12)
  })

  it('that is too small for what is asked leaves room for less', async () => {
    const [of, [take]] = [crypto.randomUUID(), await start(1)]
    const ask = (units: number) => isTaken((take as Take)({ what: 'uploads', of, units }))
    expect([await ask(10), await ask(10), await ask(6), await ask(1)]).toEqual([true, false, true, false])
  })

  it('lets one through that alone is larger than all of it, and then nothing', async () => {
    const [of, [take, other]] = [crypto.randomUUID(), await start(2)]
    const ask = (by: Take | undefined, units: number) => isTaken((by as Take)({ what: 'uploads', of, units }))
    expect([await ask(take, 640), await ask(other, 1), await ask(take, 640)]).toEqual([true, false, false])
  })

  it('of 0 is no limit', async () => {
    const of = crypto.randomUUID()
    expect(await askInTurn(await start(2), 40, { what: 'files', of })).toBe(40)
  })
})
