import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { transformWithEsbuild } from 'vite'
import { startEmbeddedDatabase } from '../../scripts/database/embedded'
import { migrateDatabase } from '../../scripts/database/migrate-database'
import { createDatabase, dropDatabase, urlOf } from '../../scripts/database/roles'
import { generateClient } from '../../scripts/generate-client'
import { findFreePort } from '../../scripts/process/free-port'
import { projectRoot } from '../../scripts/project'
import { type Application, startApplication } from '../../scripts/start/application'
import { buildIfStale } from '../../scripts/start/build'

/** Who answers for the payment provider: a dummy inside the servers, or the sandbox, a process of its own. */
export type Provider = 'in process' | 'sandbox'

type Piece = { slug: string; variantId: string }

/** A shop with so many pieces, and some that never run out. */
export interface FullShop {
  /** Starts the built application; what was running is stopped. */
  open(provider: Provider): Promise<{ origin: string; startedMs: number }>
  plenty: Piece[]
  /** Hangs a piece of which ten are there. */
  hangTen(): Promise<Piece>
  /** How many orders of a piece were paid. */
  countSold(variantId: string): Promise<number>
  /** Lets the database look how large its tables have become, as it does by itself within a minute. */
  settle(): Promise<void>
  /** The address of a page of the newest pieces, 1 the first. */
  pageOfNewest(page: number): Promise<string>
  close(): Promise<void>
}

const pageSize = 24

/** Where nothing listens: the dummy answers. */
const nowhere = {
  STRIPE_API_BASE: 'http://127.0.0.1:9',
  STRIPE_SECRET_KEY: `sk_test_sandbox${'0'.repeat(32)}`,
  STRIPE_WEBHOOK_SECRET: `whsec_${'0'.repeat(32)}`,
  STRIPE_CONNECT_WEBHOOK_SECRET: `whsec_${'1'.repeat(32)}`,
}

/** What a server is told that loads the dummy, as JavaScript: one that translated it would be larger than the shop's. */
async function writeDummy(directory: string): Promise<Record<string, string>> {
  const source = join(projectRoot, 'tests/load/provider-in-process.ts')
  const file = join(directory, 'provider-in-process.mjs')
  const { code } = await transformWithEsbuild(readFileSync(source, 'utf8'), source, { sourcemap: false })
  writeFileSync(file, code)
  return { ...nowhere, NODE_OPTIONS: `--import ${pathToFileURL(file).href}` }
}

/** Builds the application and an own database with `count` pieces. */
export async function openFullShop(count: number): Promise<FullShop> {
  await generateClient()
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
    // on the last page of the newest: it has no picture, and the first page of 24 such pieces would be a third shorter than all others
    await owner.product.update({ where: { slug }, data: { publishedAt: new Date('2023-01-01') } })
    return { slug, variantId }
  }
  const plenty: Piece[] = []
  while (plenty.length < 20) plenty.push(await hang(1_000_000))
  // all buyers come from this machine, which the caps on unpaid orders and the limit of searches would take for one
  const caps = ['orders.unpaidAtOnce', 'orders.unpaidShareBps']
  await owner.setting.updateMany({ where: { key: { in: caps } }, data: { value: 0 } })
  await owner.setting.createMany({
    data: ['limits.searches', 'limits.suggestions'].map((key) => ({
      key,
      value: 0,
      validFrom: new Date('2020-01-01'),
    })),
  })
  const dummy = await writeDummy(directory)
  let application: Application | null = null
  return {
    plenty,
    async open(provider) {
      await application?.stop()
      const started = performance.now()
      application = await startApplication({
        host: '127.0.0.1',
        port: await findFreePort(),
        development: false,
        withSandbox: provider === 'sandbox',
        sandboxDirectory: directory,
        environment: provider === 'sandbox' ? environment : { ...environment, ...dummy },
        logFile: join(directory, 'server.log'),
      })
      return { origin: application.origin, startedMs: performance.now() - started }
    },
    hangTen: () => hang(10),
    countSold: (variantId) =>
      owner.orderLine.count({ where: { variantId, sellerOrder: { order: { status: 'paid' } } } }),
    async settle() {
      await owner.$executeRaw`ANALYZE`
    },
    async pageOfNewest(page) {
      if (page === 1) return '/search?sort=new'
      const [last] = await owner.$queryRaw<{ key: bigint; id: string }[]>`
        SELECT (extract(epoch FROM "publishedAt") * 1000)::bigint AS key, id FROM "SearchEntry" WHERE "isShown" AND kind = 'product'
        ORDER BY "publishedAt" DESC, id OFFSET ${(page - 1) * pageSize - 1}::int LIMIT 1`
      if (!last) throw new Error(`there is no page ${page}`)
      return `/search?sort=new&after=${last.key}_${last.id}`
    },
    async close() {
      await application?.stop()
      await owner.$disconnect()
      await dropDatabase(database.superuserUrl, name)
      rmSync(directory, { recursive: true, force: true })
      await database.stop()
    },
  }
}
