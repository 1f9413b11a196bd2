import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { startEmbeddedDatabase } from '../../scripts/database/embedded'
import { migrateDatabase } from '../../scripts/database/migrate-database'
import { createDatabase, dropDatabase, urlOf } from '../../scripts/database/roles'
import { generateClient } from '../../scripts/generate-client'
import { runChild } from '../../scripts/process/child'
import { findFreePort } from '../../scripts/process/free-port'
import { startApplication } from '../../scripts/start/application'
import { buildIfStale } from '../../scripts/start/build'
import { findChromium } from '../../scripts/test/find-chromium'
import { refuseUnseen } from '../fixtures/site-pages'

/**
 * Starts the shop as `npm start` does, on a database, ports and files of its own with the demo data. What the
 * journeys need to know is in the environment: E2E_ORIGIN, E2E_SERVER_LOG, SMS_OUTBOX (every message to a phone), and
 * the application's own names, so that fixtures may use its modules. At the end the server's log and the messages
 * are read: when they say something of somebody in the database, the journeys have failed; so they have with `npm run test:looks` when a page was looked at in no journey.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  process.env.CHROMIUM_PATH = findChromium()
  await generateClient()
  await buildIfStale()
  const database = await startEmbeddedDatabase({ name: 'e2e', durable: false })
  const name = `run_${process.pid}`
  const directory = join(database.home.directory, name)
  mkdirSync(directory, { recursive: true })
  await createDatabase(database.superuserUrl, name)
  const urls = { appUrl: urlOf(database.appUrl, name), ownerUrl: urlOf(database.ownerUrl, name) }
  await migrateDatabase(urls)
  const environment = {
    APP_MODE: 'demo',
    DATABASE_URL: urls.appUrl,
    MIGRATE_DATABASE_URL: urls.ownerUrl,
    DATA_KEY: database.secrets.DATA_KEY,
    INDEX_KEY: database.secrets.INDEX_KEY,
    SESSION_SECRET: database.secrets.SESSION_SECRET,
    MEDIA_DIR: join(directory, 'media'),
    SMS_OUTBOX: join(directory, 'messages.txt'),
  }
  await runChild('prisma/seed.ts', ['demo'], environment)
  const log = join(directory, 'server.log')
  const application = await startApplication({
    host: '127.0.0.1',
    port: await findFreePort(),
    development: false,
    withSandbox: true,
    sandboxDirectory: directory,
    environment,
    logFile: log,
  })
  Object.assign(process.env, environment, application.environment, {
    E2E_ORIGIN: application.origin,
    E2E_SERVER_LOG: log,
  })
  return async () => {
    await application.stop()
    try {
      // reads its keys and its database from the environment, which is there only now
      const { refuseCanaries } = await import('../fixtures/said-canaries')
      await refuseCanaries({ log, sent: [environment.SMS_OUTBOX] })
      if (process.env.LOOKED_AT) refuseUnseen(process.env.LOOKED_AT)
    } finally {
      await dropDatabase(database.superuserUrl, name)
      rmSync(directory, { recursive: true, force: true })
      await database.stop({ waitForGuests: true })
    }
  }
}
