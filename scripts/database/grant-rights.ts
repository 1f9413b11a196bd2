import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { Stop } from '../process/stop-with-sentence'
import { projectRoot } from '../project'
import { jobsSchema } from './prepare-jobs'

/**
 * Gives the application's role its rights on everything the owner has made: rows yes, structure no. Of the migration
 * table it may only read; on append-only tables it may neither change nor remove a row.
 */
export async function grantRights(client: pg.Client, role: string): Promise<void> {
  const app = pg.escapeIdentifier(role)
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
  if (!found.rowCount)
    throw new Stop(`The role ${role} of DATABASE_URL does not exist in the database server.`)
  for (const schema of ['public', jobsSchema]) {
    await client.query(`
      GRANT USAGE ON SCHEMA ${schema} TO ${app};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${app};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${app};
      ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};
      ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT USAGE, SELECT ON SEQUENCES TO ${app};`)
  }
  await client.query(`REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM ${app}`)
  for (const table of appendOnlyTables()) {
    await client.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${pg.escapeIdentifier(table)} FROM ${app}`)
  }
}

function appendOnlyTables(): string[] {
  const file = join(projectRoot, 'prisma/append-only.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
}
