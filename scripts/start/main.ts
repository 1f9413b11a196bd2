import { join } from 'node:path'
import process from 'node:process'
import { findHome } from '../database/home'
import { migrateDatabase } from '../database/migrate-database'
import { generateClient } from '../generate-client'
import { runChild } from '../process/child'
import { runCommand, Stop } from '../process/stop-with-sentence'
import { announce } from './announce'
import { type Application, startApplication } from './application'
import { buildIfStale } from './build'
import { checkDiskSpace, checkPort } from './check-machine'
import { type PreparedDatabase, prepareDatabase } from './prepare-database'
import { readStartSettings, type StartSettings } from './settings'
import { takeInstance } from './single-instance'
import { askedToStop } from './stop-signals'

/** `npm start` and `npm run dev`, after the packages are installed. */
await runCommand(run)
// Stopped halfway, a build or the loading of sample data may still run: it ends with this process.
process.exit()

async function run(): Promise<void> {
  const settings = readStartSettings()
  const instance = await takeInstance(settings)
  if (!instance) {
    process.exitCode = 1
    return
  }
  try {
    checkDiskSpace(settings.dataRoot)
    if (!settings.external) checkDiskSpace(findHome('main').directory)
    const port = await checkPort(settings.host, settings.port)
    const stopAsked = askedToStop()
    const database = await prepareDatabase(settings)
    try {
      await serve({ ...settings, port }, database, stopAsked, instance.note)
    } finally {
      instance.note({ state: 'stopping' })
      await database.stop()
    }
  } finally {
    instance.release()
  }
}

async function serve(
  settings: StartSettings,
  database: PreparedDatabase,
  stopAsked: Promise<void>,
  note: (notes: Record<string, string>) => void,
): Promise<void> {
  const prepared = prepare(settings, database)
  const isPrepared = await Promise.race([prepared.then(() => true), stopAsked.then(() => false)])
  if (!isPrepared) return
  const application = await startApplication({
    host: settings.host,
    port: settings.port,
    development: settings.development,
    withSandbox: settings.mode === 'demo' && settings.stripeSecretKey === null,
    sandboxDirectory: database.directory,
    environment: database.environment,
  })
  note({ state: 'running', origin: application.origin })
  announce(settings, application.origin, database.directory)
  await untilTheEnd(application, database, stopAsked)
}

/** Everything between a database that answers and a server that can start, each as soon as what it needs is there: at a first start both processors have work from the beginning. */
async function prepare(settings: StartSettings, database: PreparedDatabase): Promise<void> {
  console.log(
    `Database: ${settings.external ? 'as DATABASE_URL says' : `PostgreSQL in ${database.directory}`}`,
  )
  const generated = generateClient()
  const migrated = migrate(database)
  const built = settings.development ? generated : generated.then(buildIfStale)
  await Promise.all([built, Promise.all([generated, migrated]).then(() => seed(settings, database))])
}

async function migrate(database: PreparedDatabase): Promise<void> {
  const applied = await migrateDatabase(database)
  if (applied.length > 0) console.log(`Migrations applied: ${applied.length}`)
}

async function seed({ mode }: StartSettings, { environment, ownerUrl }: PreparedDatabase): Promise<void> {
  if (mode === 'demo')
    await runChild('prisma/seed.ts', ['demo', 'avif'], { ...environment, MIGRATE_DATABASE_URL: ownerUrl })
}

async function untilTheEnd(
  application: Application,
  database: PreparedDatabase,
  stopAsked: Promise<void>,
): Promise<void> {
  const reason = await Promise.race([
    stopAsked.then(() => null),
    application.failed,
    database.ended.then(
      () => `The database ended by itself; its log is ${join(database.directory, 'postgres.log')}.`,
    ),
  ])
  console.log('\nStopping …')
  await application.stop()
  if (reason !== null) throw new Stop(`${reason} Everything else was stopped.`)
}
