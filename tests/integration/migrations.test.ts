import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { applyMigrations } from '../../scripts/database/apply-migrations'
import { diffSchemas } from '../../scripts/database/diff-schemas'
import { migrateDatabase } from '../../scripts/database/migrate-database'
import {
  migrationNames,
  migrationsDirectory,
  readSchema,
  readSnapshot,
} from '../../scripts/database/migration-folder'
import { copyDatabase, createDatabase, dropDatabase, urlOf, withClient } from '../../scripts/database/roles'
import { readDefaultFunctions, readStructure } from './database-structure'

const server = inject('testDatabaseServer')
const names = migrationNames()

/** Made together, on an empty database; each later one says in before.sql which rows it must be able to meet. */
const founding = 3

const made: string[] = []

const nameOf = (suffix: string) => `${server.prefix}${process.env.VITEST_POOL_ID ?? '1'}_${suffix}`

async function emptyDatabase(suffix: string): Promise<string> {
  const name = nameOf(suffix)
  await dropDatabase(server.superuserUrl, name)
  await createDatabase(server.superuserUrl, name, server.space)
  made.push(name)
  return urlOf(server.ownerUrl, name)
}

afterEach(async () => {
  for (const name of made.splice(0)) await dropDatabase(server.superuserUrl, name)
})

/** Takes a table away that the second migration needs; answers how to put it back. */
async function hinder(client: pg.Client): Promise<string> {
  await client.query('ALTER TABLE "LedgerEntry" RENAME TO "Elsewhere"')
  return 'ALTER TABLE "Elsewhere" RENAME TO "LedgerEntry"'
}

describe('migrations', () => {
  test('a migrated database has the structure that the schema describes', async () => {
    const migrated = await emptyDatabase('migrated')
    await applyMigrations(migrated)
    const [structure, functions] = await withClient(migrated, async (client) => [
      await readStructure(client),
      await readDefaultFunctions(client),
    ])
    const fresh = await emptyDatabase('fresh')
    const described = await withClient(fresh, async (client) => {
      await client.query('SET check_function_bodies = off')
      for (const definition of functions) await client.query(definition)
      await client.query((await diffSchemas(null, readSchema())) ?? '')
      return readStructure(client)
    })
    expect(structure).toEqual(described)
  })

  test('the schema kept beside the last migration is the schema of now', async () => {
    const kept = names.findLast((name) => readSnapshot(name) !== null)
    expect(kept, 'run npm run db:migration -- --keep-schema').toBeDefined()
    expect(await diffSchemas(readSnapshot(kept ?? ''), readSchema()), 'run npm run db:migration').toBeNull()
  })

  describe('one after the other', () => {
    /** goes through all of them without data, and is copied before each */
    const walking = nameOf('walking')
    beforeAll(() => createDatabase(server.superuserUrl, walking, server.space))
    afterAll(() => dropDatabase(server.superuserUrl, walking))

    test.each(names)('%s applies to a database with data', async (name) => {
      const copy = nameOf('data')
      await copyDatabase(server.superuserUrl, walking, copy, server.space)
      made.push(copy)
      await applyMigrations(urlOf(server.ownerUrl, walking), migrationsDirectory, name)
      const url = urlOf(server.ownerUrl, copy)
      const data = join(migrationsDirectory, name, 'before.sql')
      if (names.indexOf(name) >= founding) expect(existsSync(data), `${data} is missing`).toBe(true)
      if (existsSync(data)) await withClient(url, (client) => client.query(readFileSync(data, 'utf8')))
      expect(await applyMigrations(url, migrationsDirectory, name)).toEqual([name])
    })
  })

  test('migrating twice, also at the same time, applies everything once', async () => {
    const ownerUrl = await emptyDatabase('twice')
    const urls = { ownerUrl, appUrl: server.appUrl }
    const applied = await Promise.all([migrateDatabase(urls), migrateDatabase(urls)])
    expect(applied.flat()).toEqual(names)
    expect(await migrateDatabase(urls)).toEqual([])
  })

  test('an applied migration that was changed afterwards is refused', async () => {
    const url = await emptyDatabase('edited')
    await applyMigrations(url)
    await withClient(url, (client) =>
      client.query(`UPDATE _prisma_migrations SET checksum = 'of another text'`),
    )
    await expect(applyMigrations(url)).rejects.toThrow(/was changed after this database applied it/)
  })

  test('a failing migration leaves nothing behind and can be tried again', async () => {
    const url = await emptyDatabase('failing')
    const [first = '', second = ''] = names
    await applyMigrations(url, migrationsDirectory, first)
    const hindrance = await withClient(url, hinder)
    await expect(applyMigrations(url, migrationsDirectory, second)).rejects.toThrow(/rolled back whole/)
    await withClient(url, (client) => client.query(hindrance))
    expect(await applyMigrations(url, migrationsDirectory, second)).toEqual([second])
  })
})
