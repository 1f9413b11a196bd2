import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { startEmbeddedDatabase } from '../../scripts/database/embedded'
import { migrateDatabase } from '../../scripts/database/migrate-database'
import { createDatabase, dropDatabase, urlOf } from '../../scripts/database/roles'

/** Runs a measurement in this process on a migrated, empty database of its own, which is gone afterwards. What it imports of the application it imports inside: the environment is set by then. */
export async function onOwnDatabase(suffix: string, work: () => Promise<void>): Promise<void> {
  const database = await startEmbeddedDatabase({ name: 'bench', durable: true })
  const name = `bench_${process.pid}_${suffix}`
  const directory = join(database.home.directory, name)
  mkdirSync(directory, { recursive: true })
  await createDatabase(database.superuserUrl, name)
  const urls = { appUrl: urlOf(database.appUrl, name), ownerUrl: urlOf(database.ownerUrl, name) }
  await migrateDatabase(urls)
  Object.assign(process.env, database.secrets, {
    APP_MODE: 'demo',
    DATABASE_URL: urls.appUrl,
    MIGRATE_DATABASE_URL: urls.ownerUrl,
    MEDIA_DIR: join(directory, 'media'),
    LOG_LEVEL: 'warn',
  })
  try {
    await work()
    const { prisma } = await import('~/platform/db/prisma.server')
    const { owner } = await import('../fixtures/owner')
    await prisma.$disconnect()
    await owner.$disconnect()
  } finally {
    await dropDatabase(database.superuserUrl, name)
    rmSync(directory, { recursive: true, force: true })
    await database.stop()
  }
}

/** The middle of an odd number of runs, or the upper of the two in the middle. */
export function middleOf(runs: readonly number[]): number {
  return [...runs].sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0
}
