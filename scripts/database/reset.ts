import { rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { runCommand, Stop } from '../process/stop-with-sentence'
import { startEmbeddedDatabase } from './embedded'
import { migrateDatabase } from './migrate-database'
import { createDatabase, databaseName, dropDatabase, withClient } from './roles'

/**
 * `npm run db:reset`: empties the database and migrates it; the demo data comes back at the next start. Secrets and
 * ports stay. A database of your own is emptied only with --yes-delete-everything-in=<its name>.
 */
await runCommand(async () => {
  const { DATABASE_URL, MIGRATE_DATABASE_URL } = process.env
  if (DATABASE_URL) return resetOwn(DATABASE_URL, MIGRATE_DATABASE_URL)
  const database = await startEmbeddedDatabase({ name: 'main' })
  try {
    if (!database.startedHere)
      throw new Stop('The database is in use: stop npm start (or npm run dev) first.')
    await dropDatabase(database.superuserUrl, databaseName)
    await createDatabase(database.superuserUrl, databaseName)
    await migrateDatabase(database)
    // What belonged to the rows: pictures, the anchors of the audit, and what the payment sandbox remembers.
    for (const name of ['media', 'audit', 'stripe-sandbox.json']) {
      rmSync(join(database.home.directory, name), { recursive: true, force: true })
    }
    console.log('The database is empty and migrated. npm start loads the demo data again.')
  } finally {
    await database.stop()
  }
})

async function resetOwn(appUrl: string, ownerUrl: string | undefined): Promise<void> {
  if (!ownerUrl)
    throw new Stop('DATABASE_URL is set, so MIGRATE_DATABASE_URL (the owner of the tables) is needed too.')
  const name = decodeURIComponent(new URL(ownerUrl).pathname.slice(1))
  const flag = `--yes-delete-everything-in=${name}`
  if (!process.argv.includes(flag)) {
    throw new Stop(
      `DATABASE_URL names a database of your own. To delete everything in it: npm run db:reset -- ${flag}`,
    )
  }
  await withClient(ownerUrl, async (client) => {
    await client.query('DROP SCHEMA IF EXISTS pgboss CASCADE')
    await client.query('DROP OWNED BY CURRENT_USER CASCADE')
  })
  await migrateDatabase({ appUrl, ownerUrl })
  console.log(`Everything in ${name} is deleted and the tables are made anew.`)
}
