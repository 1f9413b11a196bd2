import { prisma, type Tx } from './prisma.server'

/** A transaction has one time from its beginning to its end. */
const timeOf = new WeakMap<Tx, Promise<Date>>()

/** The shop's time: the database's clock plus the demo's offset. The only source of "now" for business rules. Within a transaction it is asked once. */
export function appNow(tx: Tx = prisma): Promise<Date> {
  if (tx === prisma) return askTime(tx)
  const known = timeOf.get(tx) ?? askTime(tx)
  timeOf.set(tx, known)
  return known
}

async function askTime(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT app_now() AS now`
  if (!row) throw new Error('the database gave no time')
  return row.now
}
