import { queues } from '../../app/platform/jobs/queues'
import { applyMigrations } from './apply-migrations'
import { grantRights } from './grant-rights'
import { prepareJobs } from './prepare-jobs'
import { withClient } from './roles'

/** Any number that nobody else uses; it must never change. */
const migrationLock = 5_204_316

export interface DatabaseUrls {
  /** The application's role. */
  appUrl: string
  /** The owner's role. */
  ownerUrl: string
}

/**
 * Brings a database to the state the code expects: migrations, job queues, rights. Repeating it changes nothing; of
 * two at once the second waits for the first. Answers the names of the migrations it applied.
 */
export async function migrateDatabase({ appUrl, ownerUrl }: DatabaseUrls): Promise<string[]> {
  return withClient(ownerUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
    const applied = await applyMigrations(ownerUrl)
    await prepareJobs(client, queues)
    await grantRights(client, decodeURIComponent(new URL(appUrl).username))
    return applied
  })
}
