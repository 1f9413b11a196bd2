import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import { databaseError, overError, type Statement } from './raw-statements.server'

/** Whose connection it is while Prisma's client is brought into a transaction of ours. */
const hosts = new AsyncLocalStorage<OwnTransaction>()

/** What is answered to Prisma where it would begin or end a transaction that is ours. */
const done = { rows: [], fields: [], rowCount: 0 }

/** A connection for as long as a transaction has it. Nothing is asked here afterwards, when it is somebody else's. */
export class OwnTransaction {
  #isOver = false
  /** settled once all that was asked before is answered */
  #answered: Promise<unknown> = Promise.resolve()

  constructor(private readonly client: pg.PoolClient) {}

  /** Asks for one thing after the other, in the order in which they were asked: Prisma asks for the relations of a row at once, and a connection does one thing at a time. */
  query(statement: Statement | pg.QueryConfig): Promise<pg.QueryResult> {
    if (this.#isOver) return Promise.reject(overError())
    const answer = this.#answered.then(() => this.client.query(statement))
    this.#answered = answer.catch(() => {})
    return answer
  }

  /** Ends it, after all that was asked of it. A connection that does not end is not used again. */
  async end(how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    if (this.#isOver) throw overError()
    this.#isOver = true
    let isEnded = false
    await this.#answered
    try {
      const { command } = await this.client.query(how)
      isEnded = true
      // whoever went on after a statement had failed has written nothing
      if (command !== how) throw new Error('a transaction in which a statement failed is not committed')
    } catch (error) {
      // what the database refuses at the end is rolled back by then, unless it ends itself
      if (error instanceof pg.DatabaseError) isEnded = how === 'COMMIT' && error.severity !== 'FATAL'
      throw error
    } finally {
      this.client.off('error', unheard)
      this.client.release(!isEnded)
    }
  }

  /** Runs what begins a transaction of Prisma's: it takes part in this one, and neither begins nor ends it. */
  invite<T>(work: () => Promise<T>): Promise<T> {
    return hosts.run(this, work)
  }

  forGuest(): pg.PoolClient {
    const query = (config: pg.QueryConfig) =>
      config.text === 'BEGIN' || config.text === 'COMMIT' || config.text === 'ROLLBACK'
        ? Promise.resolve(done)
        : this.query(config)
    return new Proxy(this.client, {
      get: (client, name): unknown => {
        if (name === 'query') return query
        if (name === 'release') return stay
        const value: unknown = Reflect.get(client, name)
        return typeof value === 'function' ? value.bind(client) : value
      },
    })
  }
}

/** A guest gives nothing back. */
function stay(): void {}

/** What a connection says of its end is said by what is asked on it as well. */
function unheard(): void {}

/** A pool whose connections carry our own transactions. */
export class OwnPool extends pg.Pool {
  /** Begins one: `opening` is BEGIN, or more that the database does in one with it. Fails like one whose time is over when no connection comes free in `maxWait` milliseconds. */
  async begin(opening: string, maxWait: number): Promise<OwnTransaction> {
    const client = await this.#take(maxWait)
    client.on('error', unheard)
    const own = new OwnTransaction(client)
    try {
      await own.query({ text: opening, values: [] })
    } catch (error) {
      await own.end('ROLLBACK').catch(() => {})
      throw error
    }
    return own
  }

  async #take(maxWait: number): Promise<pg.PoolClient> {
    let timer: NodeJS.Timeout | undefined
    // before the pool's own, which fails otherwise
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(resolve, maxWait, null)
    })
    const taking = super.connect()
    const client = await Promise.race([taking, late]).finally(() => clearTimeout(timer))
    if (client) return client
    taking.then((tooLate) => tooLate.release()).catch(() => {})
    throw overError()
  }

  override connect(): Promise<pg.PoolClient>
  override connect(
    callback: (
      error: Error | undefined,
      client: pg.PoolClient | undefined,
      done: (release?: unknown) => void,
    ) => void,
  ): void
  override connect(callback?: Parameters<pg.Pool['connect']>[0]): Promise<pg.PoolClient> | undefined {
    if (callback) {
      super.connect(callback)
      return undefined
    }
    const host = hosts.getStore()
    return host ? Promise.resolve(host.forGuest()) : super.connect()
  }
}

/** Does what a transaction is for, and ends it. What takes longer than it may is rolled back at once; what is asked on afterwards fails. */
export async function inTime<R>(own: OwnTransaction, timeout: number, work: () => Promise<R>): Promise<R> {
  let rolling: Promise<void> | null = null
  const rollBack = () => {
    rolling ??= own.end('ROLLBACK').catch(() => {})
    return rolling
  }
  const timer = setTimeout(() => void rollBack(), timeout)
  try {
    const result = await work()
    if (rolling) throw overError()
    clearTimeout(timer)
    await own.end('COMMIT').catch((error: unknown) => {
      throw databaseError(error)
    })
    return result
  } catch (error) {
    clearTimeout(timer)
    await rollBack()
    throw error
  }
}
