import { Stop } from '../process/stop-with-sentence'
import { readMigrations } from './migration-folder'
import { everything, openSchemaEngine, type SchemaEngine } from './schema-engine'

/**
 * Applies the migrations that the database lacks and answers their names. Writes Prisma's ordinary
 * `_prisma_migrations` table. Refuses a database whose applied migrations are not those of the folder.
 */
export async function applyMigrations(
  ownerUrl: string,
  directory?: string,
  until?: string,
): Promise<string[]> {
  const migrationsList = readMigrations(directory, until)
  const schema = await openSchemaEngine(ownerUrl)
  try {
    await checkHistory(schema, migrationsList)
    const { appliedMigrationNames } = await schema.engine.applyMigrations({
      migrationsList,
      filters: everything,
    })
    return appliedMigrationNames
  } catch (error) {
    const failure = schema.lastFailure()
    if (!failure) throw error
    const line = failure.line ? ` (line ${failure.line} of its SQL)` : ''
    throw new Stop(`A migration failed and was rolled back whole: ${failure.message}${line}.`)
  } finally {
    await schema.close()
  }
}

async function checkHistory({ engine }: SchemaEngine, migrationsList: ReturnType<typeof readMigrations>) {
  const found = await engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: false,
    filters: everything,
  })
  const [edited] = found.editedMigrationNames
  if (edited) {
    throw new Stop(
      `Migration ${edited} was changed after this database applied it: restore the file and write a new migration, or empty the database (npm run db:reset).`,
    )
  }
  if (found.history && found.history.diagnostic !== 'databaseIsBehind') {
    const unknown = found.history.unpersistedMigrationNames.join(', ')
    throw new Stop(
      `This database has applied migrations that the code does not know (${unknown}): it belongs to another version; use that, or empty the database (npm run db:reset).`,
    )
  }
  // A migration is one transaction, so a failed one left nothing behind and may run again.
  for (const migrationName of found.failedMigrationNames)
    await engine.markMigrationRolledBack({ migrationName })
}
