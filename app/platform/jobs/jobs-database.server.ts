import pg from 'pg'
import type PgBoss from 'pg-boss'
import { nameStatements } from '~/platform/db/name-statements'
import { env } from '~/platform/env.server'
import { log } from '~/platform/log.server'

/**
 * The connections on which jobs are fetched and ended. What pg-boss asks again and again is named, so that the database plans it once for each of them: its look, its fetching and its ending took longer to plan than to do.
 * Several statements in one text, as it asks where it keeps house, come without values and stay as they are.
 * One plan holds for all queues: left to itself, the database plans the ending anew each time, for the one queue that it is about. What says that a job was fetched or is done need not be on the disk at once:
 * a job may run more than once, and its own work is committed by itself.
 */
export class JobsDatabase implements PgBoss.Db {
  #pool: pg.Pool | null = null
  readonly #nameOf = nameStatements()

  open(): void {
    this.#pool ??= new pg.Pool({
      connectionString: env.DATABASE_URL,
      max: 4,
      application_name: 'qiaoshou-jobs',
      options: '-c plan_cache_mode=force_generic_plan -c synchronous_commit=off',
    }).on('error', (error) => log.error('jobs.error', error))
  }

  async close(): Promise<void> {
    const pool = this.#pool
    this.#pool = null
    await pool?.end()
  }

  async executeSql(text: string, values: readonly unknown[] = []): Promise<{ rows: unknown[] }> {
    if (!this.#pool) throw new Error('no job is worked off here')
    if (values.length === 0) return this.#pool.query(text)
    return this.#pool.query({ name: this.#nameOf({ sql: text }), text, values: [...values] })
  }
}
