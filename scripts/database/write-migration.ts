import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { runCommand, Stop } from '../process/stop-with-sentence'
import { diffSchemas } from './diff-schemas'
import { migrationNames, migrationsDirectory, readSchema, readSnapshot } from './migration-folder'

/**
 * `npm run db:migration -- name-in-words`: writes the next migration, from the schema that the last one was made from
 * to the schema of now. Constraints that Prisma does not know are added to the file by hand, before it is applied.
 * `-- --keep-schema` notes the schema of now beside the last migration instead, where that was written by hand.
 */
await runCommand(async () => {
  if (process.argv[2] === '--keep-schema') return keepSchema()
  const words = process.argv.slice(2).join('-')
  const name = words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '')
  if (name === '')
    throw new Stop(
      'Say in words what the migration does: npm run db:migration -- orders-keep-their-gift-note',
    )
  const names = migrationNames()
  const kept = names.findLast((migration) => readSnapshot(migration) !== null)
  if (names.length > 0 && kept === undefined) {
    throw new Stop(
      'No migration keeps the schema that it was made from: while both agree, run npm run db:migration -- --keep-schema',
    )
  }
  const before = kept === undefined ? null : readSnapshot(kept)
  const schema = readSchema()
  const sql = await diffSchemas(before, schema)
  if (sql === null) {
    console.log('The schema has not changed since the last migration: there is nothing to do.')
    return
  }
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const folder = join(migrationsDirectory, `${stamp}_${name}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'migration.sql'), sql)
  writeFileSync(join(folder, 'schema.prisma'), schema)
  writeFileSync(join(migrationsDirectory, 'migration_lock.toml'), 'provider = "postgresql"\n')
  console.log(
    `Read and complete it, then apply it with npm run db:migrate:\n${join(folder, 'migration.sql')}`,
  )
})

/** For a migration written by hand: notes the schema of now beside it. */
function keepSchema(): void {
  const last = migrationNames().at(-1)
  if (last === undefined) throw new Stop('There is no migration yet.')
  writeFileSync(join(migrationsDirectory, last, 'schema.prisma'), readSchema())
  console.log(`The schema is kept beside ${last}.`)
}
