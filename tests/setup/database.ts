import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { beforeAll, inject } from 'vitest'
import { copyDatabase, urlOf } from '../../scripts/database/roles'

/**
 * For each test file: a fresh copy of the migrated database before its first hook, and the environment that the
 * application's modules read when they are imported. Nothing of another file is ever seen.
 */
const server = inject('testDatabaseServer')
const name = `${server.prefix}${process.env.VITEST_POOL_ID ?? '1'}`

// the server copies while the file is imported, and nothing asks the database before it is there
const copied = copyDatabase(server.superuserUrl, server.template, name, server.space)
copied.catch(() => undefined)
beforeAll(() => copied)

const media = join(server.directory, 'media', name)
rmSync(media, { recursive: true, force: true })
mkdirSync(media, { recursive: true })
const anchors = join(server.directory, 'audit', name)
rmSync(anchors, { recursive: true, force: true })

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
