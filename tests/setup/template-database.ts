import pg from 'pg'
import type { EmbeddedDatabase } from '../../scripts/database/embedded'
import { migrateDatabase } from '../../scripts/database/migrate-database'
import { migrationsFingerprint } from '../../scripts/database/migration-folder'
import { createDatabase, dropDatabase, urlOf, withClient } from '../../scripts/database/roles'
import { identify } from '../../scripts/process/identity.mjs'
import { dropSpace } from './run-space'

const templateLock = 7_201_954

/**
 * A migrated, empty database to copy; made anew when the migrations (or what else shapes it) have changed. Also drops
 * what earlier runs left behind.
 */
export async function prepareTemplate(database: EmbeddedDatabase): Promise<string> {
  const template = `template_${migrationsFingerprint()}`
  await withClient(database.superuserUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [templateLock])
    const names = await databaseNames(client)
    for (const name of names) {
      if (isLeftBehind(name, template)) await dropDatabase(database.superuserUrl, name)
    }
    for (const name of await spaceNames(client))
      if (isLeftBehind(name, template)) await dropSpace(client, name)
    if (!names.includes(template)) await buildTemplate(database, client, template)
  })
  return template
}

async function databaseNames(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('SELECT datname AS name FROM pg_database')
  return rows.map(({ name }) => name)
}

async function spaceNames(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('SELECT spcname AS name FROM pg_tablespace')
  return rows.map(({ name }) => name)
}

function isLeftBehind(name: string, template: string): boolean {
  if (name.startsWith('template_')) return name !== template
  const run = /^run_(\d+)_/.exec(name)
  return run !== null && identify(Number(run[1])) === null
}

/** Under another name until it is whole, so that an interrupted attempt is never copied. */
async function buildTemplate(database: EmbeddedDatabase, client: pg.Client, template: string): Promise<void> {
  const draft = 'template_draft'
  await dropDatabase(database.superuserUrl, draft)
  await createDatabase(database.superuserUrl, draft)
  await migrateDatabase({
    appUrl: urlOf(database.appUrl, draft),
    ownerUrl: urlOf(database.ownerUrl, draft),
  })
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${pg.escapeIdentifier(template)}`)
}
