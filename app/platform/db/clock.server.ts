import { prisma, type Tx } from './prisma.server'

/** The shop's time: the database's clock plus the demo's offset. The only source of "now" for business rules. */
export async function appNow(tx: Tx = prisma): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT app_now() AS now`
  if (!row) throw new Error('the database gave no time')
  return row.now
}
