import type pg from 'pg'
import PgBoss from 'pg-boss'

/** A queue of background work as `app/platform/jobs/queues.ts` lists it; the options are pg-boss's. */
export interface Queue {
  readonly name: string
  readonly options?: {
    readonly policy?: string
    readonly retryLimit?: number
    readonly retryDelay?: number
    readonly retryBackoff?: boolean
    readonly expireInSeconds?: number
    readonly retentionMinutes?: number
    readonly deadLetter?: string
  }
}

export const jobsSchema = 'pgboss'

/**
 * Makes or brings up to date pg-boss's tables and the queues, as their owner: the application's role may use them but
 * change none. Queues that the list no longer names stay, with their history.
 */
export async function prepareJobs(client: pg.Client, queues: readonly Queue[]): Promise<void> {
  const installed = await client.query<{ version: string | null }>(
    `SELECT to_regclass('${jobsSchema}.version')::text AS version`,
  )
  if (installed.rows[0]?.version == null) await client.query(PgBoss.getConstructionPlans(jobsSchema))
  else await migrateJobs(client)
  for (const { name, options } of queues) {
    const { deadLetter: _later, ...own } = options ?? {}
    await client.query(`SELECT ${jobsSchema}.create_queue($1, $2)`, [name, JSON.stringify(own)])
  }
  for (const queue of queues) await updateQueue(client, queue)
}

async function migrateJobs(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(`SELECT version FROM ${jobsSchema}.version`)
  const found = rows[0]?.version
  const newest = Number(
    /INSERT INTO \S+version\(version\) VALUES \('(\d+)'\)/.exec(PgBoss.getConstructionPlans())?.[1],
  )
  if (found !== undefined && found < newest)
    await client.query(PgBoss.getMigrationPlans(jobsSchema, String(found)))
}

/** After all queues exist, because one may be the dead letter box of another. */
async function updateQueue(client: pg.Client, { name, options = {} }: Queue): Promise<void> {
  await client.query(
    `UPDATE ${jobsSchema}.queue
     SET retry_limit = $2, retry_delay = $3, retry_backoff = $4, expire_seconds = $5, retention_minutes = $6,
         dead_letter = $7, updated_on = now()
     WHERE name = $1
       AND (retry_limit, retry_delay, retry_backoff, expire_seconds, retention_minutes, dead_letter)
           IS DISTINCT FROM ($2::int, $3::int, $4::bool, $5::int, $6::int, $7::text)`,
    [
      name,
      options.retryLimit ?? null,
      options.retryDelay ?? null,
      options.retryBackoff ?? null,
      options.expireInSeconds ?? null,
      options.retentionMinutes ?? null,
      options.deadLetter ?? null,
    ],
  )
}
