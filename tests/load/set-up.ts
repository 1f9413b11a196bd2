import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { startEmbeddedDatabase } from '../../scripts/database/embedded'
import { migrateDatabase } from '../../scripts/database/migrate-database'
import { createDatabase, dropDatabase, urlOf } from '../../scripts/database/roles'
import { generateClient } from '../../scripts/generate-client'
import { findFreePort } from '../../scripts/process/free-port'
import { startApplication } from '../../scripts/start/application'
import { buildIfStale } from '../../scripts/start/build'

/** A shop with so many pieces, and some that never run out. */
export interface FullShop {
  origin: string
  /** From the first request to the first page, milliseconds. */
  startedMs: number
  plenty: { slug: string; variantId: string }[]
  /** A piece of which ten are there. */
  ten: { slug: string; variantId: string }
  /** How many orders of a piece were paid. */
  countSold(variantId: string): Promise<number>
  stop(): Promise<void>
}

/** Builds the application, an own database with `count` pieces, and starts both as `npm start` does. */
export async function openFullShop(count: number): Promise<FullShop> {
  generateClient()
  await buildIfStale()
  const database = await startEmbeddedDatabase({ name: 'bench', durable: true })
  const name = `bench_${process.pid}_${count}`
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
    LOG_LEVEL: 'warn',
  }
  Object.assign(process.env, environment)
  const { owner } = await import('../fixtures/owner')
  const world = await import('../fixtures/world')
  const { hangPieces } = await import('../fixtures/many-pieces')
  await hangPieces(count)
  const { sellerId } = await world.buildSeller()
  const hang = async (stock: number) => {
    const { variantId, slug } = await world.buildPiece({ sellerId, stock })
    return { slug, variantId }
  }
  const plenty = []
  for (let n = 0; n < 20; n++) plenty.push(await hang(1_000_000))
  const ten = await hang(10)
  // all buyers come from this machine, which the caps on unpaid orders would take for one
  const caps = ['orders.unpaidAtOnce', 'orders.unpaidShareBps']
  await owner.setting.updateMany({ where: { key: { in: caps } }, data: { value: 0 } })
  const started = performance.now()
  const application = await startApplication({
    host: '127.0.0.1',
    port: await findFreePort(),
    development: false,
    withSandbox: true,
    sandboxDirectory: directory,
    environment,
    logFile: join(directory, 'server.log'),
  })
  return {
    origin: application.origin,
    startedMs: performance.now() - started,
    plenty,
    ten,
    countSold: (variantId) =>
      owner.orderLine.count({ where: { variantId, sellerOrder: { order: { status: 'paid' } } } }),
    async stop() {
      await application.stop()
      await owner.$disconnect()
      await dropDatabase(database.superuserUrl, name)
      rmSync(directory, { recursive: true, force: true })
      await database.stop()
    },
  }
}
