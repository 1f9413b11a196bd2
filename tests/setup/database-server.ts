import process from 'node:process'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedDatabase } from '../../scripts/database/embedded'
import { dropDatabase } from '../../scripts/database/roles'
import { openRunSpace } from './run-space'
import { prepareTemplate } from './template-database'

/** What each worker needs to make itself a database. */
export interface TestDatabaseServer {
  superuserUrl: string
  /** The owner's and the application's addresses; the database in them is to be replaced. */
  ownerUrl: string
  appUrl: string
  template: string
  /** Begins the names of this run's databases. */
  prefix: string
  /** The tablespace in which they lie. */
  space: string
  directory: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    testDatabaseServer: TestDatabaseServer
  }
}

/** Runs once before the integration tests: an embedded PostgreSQL of their own and a migrated database to copy. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const database = await startEmbeddedDatabase({ name: 'test', durable: false })
  const template = await prepareTemplate(database)
  const prefix = `run_${process.pid}_${project.name}_`
  const space = await openRunSpace(database, prefix)
  project.provide('testDatabaseServer', {
    superuserUrl: database.superuserUrl,
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    template,
    prefix,
    space: space.name,
    directory: database.home.directory,
  })
  return async () => {
    await dropRun(database.superuserUrl, prefix)
    await space.close()
    await database.stop({ waitForGuests: true })
  }
}

async function dropRun(superuserUrl: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)',
    [prefix],
  )
  for (const { name } of rows) await dropDatabase(superuserUrl, name)
  await client.end()
}
