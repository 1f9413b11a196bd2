import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg'
import { projectRoot } from '../project'

export const migrationsDirectory = join(projectRoot, 'prisma/migrations')
const schemaDirectory = join(projectRoot, 'prisma/schema')

/** The names of the migrations in the order in which they apply. */
export function migrationNames(directory = migrationsDirectory): string[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory)
    .filter((name) => existsSync(join(directory, name, 'migration.sql')))
    .sort()
}

/** What the schema engine wants to know of the folder; `until` cuts the list after a migration. */
export function readMigrations(directory = migrationsDirectory, until?: string): MigrationList {
  const names = migrationNames(directory)
  const wanted = until === undefined ? names : names.slice(0, names.indexOf(until) + 1)
  const lockfile = join(directory, 'migration_lock.toml')
  return {
    baseDir: directory,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: wanted.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(directory, name, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

/**
 * The whole schema as one text without comments and blank lines: kept beside each migration, so that the next one can
 * be worked out from it without a database.
 */
export function readSchema(): string {
  const files = readdirSync(schemaDirectory)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
  const lines = files.flatMap((name) => readFileSync(join(schemaDirectory, name), 'utf8').split('\n'))
  return `${lines.filter((line) => line.trim() !== '' && !line.trim().startsWith('//')).join('\n')}\n`
}

/** The schema that a migration was made from, or null when its folder keeps none. */
export function readSnapshot(name: string, directory = migrationsDirectory): string | null {
  const file = join(directory, name, 'schema.prisma')
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

/** One text for everything that decides how a migrated database looks. */
export function migrationsFingerprint(): string {
  const hash = createHash('sha256')
  for (const directory of readMigrations().migrationDirectories) {
    const { content } = directory.migrationFile
    hash.update(`${directory.path}\n${content.tag === 'ok' ? content.value : ''}\n`)
  }
  for (const file of ['prisma/append-only.json', 'app/platform/jobs/queues.ts']) {
    const path = join(projectRoot, file)
    hash.update(existsSync(path) ? readFileSync(path) : '')
  }
  for (const file of ['grant-rights.ts', 'prepare-jobs.ts', 'apply-migrations.ts', 'roles.ts']) {
    hash.update(readFileSync(join(projectRoot, 'scripts/database', file)))
  }
  return hash.digest('hex').slice(0, 16)
}
