import { prisma } from '~/platform/db/prisma.server'

/** how long an answer is good for: sample data comes and goes with a reset, not with a request */
const keptFor = 60_000
let known: { isLoaded: boolean; until: number } | null = null

/** Whether sample data is loaded, so that every page can say so. Asked of the database once a minute. */
export async function findSampleData(): Promise<boolean> {
  if (known && known.until > Date.now()) return known.isLoaded
  const [row] = await prisma.$queryRaw<{ isLoaded: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Seller" WHERE "isSample") AS "isLoaded"`
  known = { isLoaded: row?.isLoaded ?? false, until: Date.now() + keptFor }
  return known.isLoaded
}
