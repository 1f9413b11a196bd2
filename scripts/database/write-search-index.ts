import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '../../app/generated/prisma/client'
import { eachIn, rebuildSearch } from '../../app/modules/catalog/rebuild-search.server'

/** Run by `search:rebuild`, as the database's owner: it alone may count the new rows for the planner. */
const owner = new PrismaClient({
  adapter: new PrismaPg({ connectionString: process.env.MIGRATE_DATABASE_URL ?? '' }),
})
const count = await rebuildSearch(eachIn(owner))
await owner.$executeRaw`ANALYZE "SearchEntry", "SearchSlip"`
// pages that are kept rendered show the old order until they hear of it
await owner.$executeRaw`SELECT pg_notify('pages', '*')`
await owner.$disconnect()
console.log(`${count} pieces are found again.`)
