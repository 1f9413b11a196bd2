import { readdir } from 'node:fs/promises'
import { log } from '~/platform/log.server'
import { prisma } from './prisma.server'

/** Whether the database answers and has finished every migration of this release. Why not goes to the log. */
export async function isDatabaseReady(): Promise<boolean> {
  try {
    const applied = await prisma.$queryRaw<{ name: string }[]>`
      SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`
    const names = new Set(applied.map(({ name }) => name))
    const missing = (await findMigrations()).filter((name) => !names.has(name))
    if (missing.length > 0) log.warn('ready.migrations', { count: missing.length })
    return missing.length === 0
  } catch (error) {
    log.error('ready.database', error)
    return false
  }
}

/** The migrations that this release was made with: the folders below prisma/migrations, where the process was started. */
async function findMigrations(): Promise<string[]> {
  const entries = await readdir('prisma/migrations', { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
}
