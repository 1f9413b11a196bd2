import { join } from 'node:path'
import process from 'node:process'
import { Stop } from '../process/stop-with-sentence'
import { startEmbeddedDatabase } from './embedded'
import type { DatabaseUrls } from './migrate-database'

export interface DatabaseAtHand extends DatabaseUrls {
  embedded: boolean
  /** Set in the environment of commands that use the application's code. */
  environment: Record<string, string>
}

/**
 * Gives a command its database: the one of DATABASE_URL and MIGRATE_DATABASE_URL, else the embedded one, which is
 * started for the command if nobody runs it.
 */
export async function withDatabase(use: (database: DatabaseAtHand) => Promise<void>): Promise<void> {
  const { DATABASE_URL, MIGRATE_DATABASE_URL } = process.env
  if (DATABASE_URL) {
    if (!MIGRATE_DATABASE_URL)
      throw new Stop('DATABASE_URL is set, so MIGRATE_DATABASE_URL (the owner of the tables) is needed too.')
    const urls = { appUrl: DATABASE_URL, ownerUrl: MIGRATE_DATABASE_URL }
    return use({ ...urls, embedded: false, environment: {} })
  }
  const database = await startEmbeddedDatabase({ name: 'main' })
  try {
    const { appUrl, ownerUrl, secrets, home } = database
    await use({
      appUrl,
      ownerUrl,
      embedded: true,
      environment: {
        DATABASE_URL: appUrl,
        MIGRATE_DATABASE_URL: ownerUrl,
        DATA_KEY: secrets.DATA_KEY,
        INDEX_KEY: secrets.INDEX_KEY,
        SESSION_SECRET: secrets.SESSION_SECRET,
        MEDIA_DIR: join(home.directory, 'media'),
        APP_MODE: process.env.APP_MODE ?? 'demo',
      },
    })
  } finally {
    await database.stop({ waitForGuests: true })
  }
}
