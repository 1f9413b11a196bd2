import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import { overError, type Statement } from './raw-statements.server'

/** A transaction that begins: how, and on which connection once it has one. */
type Beginning = { opening: string; lent: LentConnection | null }

const beginnings = new AsyncLocalStorage<Beginning>()

/** Runs what begins one transaction on a LendingPool. The connection that it is lent is known as soon as it has begun. `opening` takes the place of BEGIN. */
export function beginning<T>(
  opening: string,
  work: (connectionOf: () => LentConnection) => Promise<T>,
): Promise<T> {
  const own: Beginning = { opening, lent: null }
  return beginnings.run(own, () =>
    work(() => {
      if (!own.lent) throw new Error('a transaction without its connection')
      return own.lent
    }),
  )
}

/** A connection for as long as a transaction has it. Who began it ends it; nothing is asked here afterwards, when the connection is somebody else's. */
export class LentConnection {
  #isOver = false

  constructor(
    private readonly client: pg.PoolClient,
    private readonly opening: string,
  ) {}

  query(statement: Statement): Promise<pg.QueryResult> {
    if (this.#isOver) throw overError()
    return this.client.query(statement)
  }

  /** The client for whoever begins and ends the transaction. */
  forBeginner(): pg.PoolClient {
    const query = (config: pg.QueryConfig) => {
      // what begins in several words is asked as it stands: it cannot be named
      if (config.text === 'BEGIN' && this.opening !== config.text)
        return this.client.query({ text: this.opening, values: [] })
      if (config.text === 'COMMIT' || config.text === 'ROLLBACK') this.#isOver = true
      return this.client.query(config)
    }
    return new Proxy(this.client, {
      get: (client, name): unknown => {
        if (name === 'query') return query
        const value: unknown = Reflect.get(client, name)
        return typeof value === 'function' ? value.bind(client) : value
      },
    })
  }
}

/** A pool that notes whom it lends a connection to. */
export class LendingPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>
  override connect(
    callback: (
      error: Error | undefined,
      client: pg.PoolClient | undefined,
      done: (release?: unknown) => void,
    ) => void,
  ): void
  override connect(callback?: Parameters<pg.Pool['connect']>[0]): Promise<pg.PoolClient> | undefined {
    if (!callback) return this.#lend()
    super.connect(callback)
    return undefined
  }

  async #lend(): Promise<pg.PoolClient> {
    const begun = beginnings.getStore()
    const client = await super.connect()
    if (!begun || begun.lent) return client
    begun.lent = new LentConnection(client, begun.opening)
    return begun.lent.forBeginner()
  }
}
