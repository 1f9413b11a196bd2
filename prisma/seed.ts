import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '~/generated/prisma/client'
import { rebuildSearch } from '~/modules/catalog/rebuild-search.server'
import { queueSampleAvif } from '~/modules/media/make-sample-avif.server'
import { prisma } from '~/platform/db/prisma.server'
import { monthSteps } from './seed/load/close-month'
import { registerSteps } from './seed/load/fill-register'
import { loadAbroad } from './seed/load/load-abroad'
import { loadApplications } from './seed/load/load-applications'
import { loadBases } from './seed/load/load-bases'
import { loadCollections } from './seed/load/load-collections'
import { loadComforts } from './seed/load/load-comforts'
import { type LoadContext, randomFrom } from './seed/load/load-context'
import { loadDocuments } from './seed/load/load-documents'
import { loadFactors } from './seed/load/load-factors'
import { loadGround } from './seed/load/load-ground'
import { loadHome } from './seed/load/load-home'
import { loadLedger } from './seed/load/load-ledger'
import { loadMandates } from './seed/load/load-mandates'
import { loadMessages } from './seed/load/load-messages'
import { loadOrders, loadStockCounts } from './seed/load/load-orders'
import { loadPayouts } from './seed/load/load-payouts'
import { loadPeople } from './seed/load/load-people'
import { loadPhrases } from './seed/load/load-phrases'
import { loadPictures } from './seed/load/load-pictures'
import { loadPoints } from './seed/load/load-points'
import { loadProduction } from './seed/load/load-production'
import { loadProducts } from './seed/load/load-products'
import { loadPromotions } from './seed/load/load-promotions'
import { loadRates } from './seed/load/load-rates'
import { loadRecords } from './seed/load/load-records'
import { loadRefunds } from './seed/load/load-refunds'
import { loadReports } from './seed/load/load-reports'
import { loadSellers } from './seed/load/load-sellers'
import { loadTemplates } from './seed/load/load-templates'
import { loadVisitors } from './seed/load/load-visitors'
import { loadVoices } from './seed/load/load-voices'
import { planWork, Work } from './seed/load/plan-work'

/**
 * Loads the sample data, once, whole or not at all, and then lets its people work by the application's own verbs, which goes on where it was broken off. Asked with `avif`, as `npm start` does, it leaves a job for the AVIF sizes of its pictures. Runs as the database's owner (MIGRATE_DATABASE_URL); everything of it is invented and marked.
 * Refuses in live: sample people and goods have no place beside real ones.
 */
async function seed(): Promise<void> {
  if (process.env.APP_MODE !== 'demo')
    throw new Error('Sample data is for the demo only: APP_MODE is not demo.')
  const owner = new PrismaClient({
    adapter: new PrismaPg({ connectionString: process.env.MIGRATE_DATABASE_URL ?? '' }),
  })
  try {
    const done = await owner.$transaction(
      async (tx) => {
        if (await tx.setting.findFirst({ where: { key: 'seed.demo' } })) return false
        const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT app_now() AS now`
        const context = contextFor(tx, row?.now ?? new Date())
        await loadDemo(context)
        await tx.setting.create({ data: { key: 'seed.demo', value: 1 } })
        await tx.setting.create({ data: { key: 'seed.work', value: await planWork(context) } })
        return true
      },
      { timeout: 300_000, maxWait: 10_000 },
    )
    await finishWork(owner)
    if (process.argv.includes('avif')) await queueSampleAvif()
    process.stdout.write(done ? 'The sample data is loaded.\n' : 'The sample data was loaded before.\n')
  } finally {
    await Promise.all([owner.$disconnect(), prisma.$disconnect()])
  }
}

/** What was planned and is not done yet. */
async function finishWork(owner: PrismaClient): Promise<void> {
  const planned = await owner.setting.findFirst({ where: { key: 'seed.work' } })
  if (!planned || (await owner.setting.findFirst({ where: { key: 'seed.done' } }))) return
  const work = Work.parse(planned.value)
  for (const step of [...(await monthSteps(owner, work)), ...(await registerSteps(owner, work))]) await step()
  await owner.setting.create({ data: { key: 'seed.done', value: 1 } })
}

async function loadDemo(context: LoadContext): Promise<void> {
  await loadGround(context)
  await loadDocuments(context)
  await loadPictures(context)
  await loadTemplates(context)
  await loadPeople(context)
  await loadFactors(context)
  await loadPhrases(context)
  await loadSellers(context)
  await loadBases(context)
  await loadApplications(context)
  await loadProducts(context)
  await loadVoices(context)
  await loadAbroad(context)
  await loadPromotions(context)
  await loadHome(context)
  await loadRates(context)
  const orders = await loadOrders(context)
  await loadComforts(context)
  await loadProduction(context)
  await loadCollections(context)
  await loadStockCounts(context)
  await loadLedger(context, orders)
  await loadPayouts(context, orders)
  await loadRefunds(context, orders)
  await loadVisitors(context)
  await loadReports(context)
  await loadMessages(context)
  await loadMandates(context)
  await loadRecords(context)
  await loadPoints(context)
  await rebuildSearch((work) => work(context.tx))
}

function contextFor(tx: LoadContext['tx'], now: Date): LoadContext {
  return {
    tx,
    now,
    random: randomFrom(20_261_123),
    regions: new Map(),
    media: new Map(),
    crafts: new Map(),
    terms: new Map(),
    people: new Map(),
    users: new Map(),
    households: new Map(),
    sellers: new Map(),
    goods: [],
    commissionRuleId: crypto.randomUUID(),
    postageRuleId: crypto.randomUUID(),
    madeToOrderTextId: crypto.randomUUID(),
  }
}

await seed()
