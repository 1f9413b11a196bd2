import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { begin, type Tx } from './prisma.server'

/** One reading of a look: `enter` puts the walls where they stand for it, whatever was read before. */
type Reading<T> = { enter: (tx: Tx) => Promise<void>; read: (tx: Tx) => Promise<T> }

/** What reads together, and the time at which it does. */
export type Look = { read: <T>(reading: Reading<T>) => Promise<T> }

const looks = new AsyncLocalStorage<Look | null>()

/** The look of a request, whose parts are read at one time. */
const looksOf = new WeakMap<object, Look>()

/**
 * While `work` runs, all that it asks through inScope is read in one transaction instead of one each, and the time is asked for once. Every reading keeps its own scope; they come one
 * after the other, so that none sees by another's. The transaction can write nothing, and it ends as soon as nothing is asked of it: nobody holds it while she waits for another
 * connection. For a page that is made of many queues. With a request, or what stands for it, all that look for it share one.
 */
export function inOneLook<T>(work: () => Promise<T>, of: object = {}): Promise<T> {
  const look = looksOf.get(of) ?? startLook()
  looksOf.set(of, look)
  return looks.run(look, work)
}

/** What is asked again in the same look, by the same key, is read once. */
export function oncePerLook<Input, Found>(
  keyOf: (input: Input) => string,
  read: (input: Input) => Promise<Found>,
): (input: Input) => Promise<Found> {
  const known = new WeakMap<Look, Map<string, Promise<Found>>>()
  return (input) => {
    const look = lookNow()
    if (!look) return read(input)
    const found = known.get(look) ?? new Map<string, Promise<Found>>()
    known.set(look, found)
    const key = keyOf(input)
    const answer = found.get(key) ?? read(input)
    found.set(key, answer)
    return answer
  }
}

/** The look that asks, if one does; what runs within a reading is part of it and asks for itself. */
export function lookNow(): Look | null {
  return looks.getStore() ?? null
}

/** Transactions in which nothing changes. */
const unchanging = new WeakSet<Tx>()

/** Whether what was read in this transaction can be told again without asking. */
export function isUnchanging(tx: Tx): boolean {
  return unchanging.has(tx)
}

/** milliseconds for all readings of a page together; each alone has ten seconds elsewhere */
const patience = 30_000

function startLook(): Look {
  const waiting: { readIn: (tx: Tx) => Promise<void>; fail: (error: unknown) => void }[] = []
  let isOpen = false

  async function readAll(tx: Tx): Promise<void> {
    unchanging.add(tx)
    do {
      for (let next = waiting.shift(); next; next = waiting.shift()) await next.readIn(tx)
      await nextTurn()
    } while (waiting.length > 0)
    isOpen = false
  }

  async function open(): Promise<void> {
    isOpen = true
    try {
      await looks.run(null, () => begin('BEGIN READ ONLY', readAll, { timeout: patience }))
    } catch (error) {
      isOpen = false
      for (const { fail } of waiting.splice(0)) fail(error)
    }
  }

  return {
    read: ({ enter, read }) =>
      new Promise((resolve, reject) => {
        const readIn = async (tx: Tx) => {
          try {
            await enter(tx)
            resolve(await read(tx))
          } catch (error) {
            reject(error)
            throw error
          }
        }
        waiting.push({ readIn, fail: reject })
        if (!isOpen) void open()
      }),
  }
}
