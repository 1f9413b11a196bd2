import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { copyDatabase, dropDatabase, urlOf } from '../../scripts/database/roles'

/** For each test file: a copy of the migrated database of its own before its first hook, and the environment that the application's modules read when they are imported. */
const server = inject('testDatabaseServer')
const name = `${server.prefix}${randomBytes(4).toString('hex')}`
const media = join(server.directory, 'media', name)
const anchors = join(server.directory, 'audit', name)

// the server copies while the file is imported, and nothing asks the database before it is there
const copied = copyDatabase(server.superuserUrl, server.template, name, server.space)
copied.catch(() => undefined)
beforeAll(() => copied)
mkdirSync(media, { recursive: true })

/** What the database's driver warns of, once a process: more was asked of one connection at a time than it does, which no longer works in its next version. */
const warnings: string[] = []
const noteWarning = ({ name: kind, message }: Error) => {
  if (kind === 'DeprecationWarning' && message.includes('client.query()')) warnings.push(message)
}
process.on('warning', noteWarning)

afterAll(async () => {
  process.off('warning', noteWarning)
  await dropDatabase(server.superuserUrl, name)
  for (const directory of [media, anchors]) rmSync(directory, { recursive: true, force: true })
  expect(warnings, 'asked of a connection that was busy').toEqual([])
})

Object.assign(process.env, {
  NODE_ENV: 'test',
  APP_MODE: 'demo',
  DATABASE_URL: urlOf(server.appUrl, name),
  MIGRATE_DATABASE_URL: urlOf(server.ownerUrl, name),
  DATABASE_POOL: '10',
  DATA_KEY: Buffer.alloc(32, 1).toString('base64'),
  DATA_KEYS_READ: Buffer.alloc(32, 9).toString('base64'),
  INDEX_KEY: Buffer.alloc(32, 2).toString('base64'),
  SESSION_SECRET: 'the-session-secret-of-the-tests-only',
  MEDIA_DIR: media,
  AUDIT_DIR: anchors,
  STRIPE_SECRET_KEY: 'sk_test_sandbox_of_the_tests',
  STRIPE_WEBHOOK_SECRET: 'whsec_of_the_tests_only',
  STRIPE_CONNECT_WEBHOOK_SECRET: 'whsec_of_the_tests_connect',
  LOG_LEVEL: 'silent',
  WORKER: 'off',
})
