import { type Look, lookNow } from './one-look.server'
import { prisma, type Tx } from './prisma.server'

/** A transaction, or a look, has one time from its beginning to its end. */
const timeOf = new WeakMap<Tx | Look, Promise<Date>>()

/** The shop's time: the database's clock plus the demo's offset. The only source of "now" for business rules. Within a transaction, and within a look, it is asked once. */
export function appNow(tx: Tx = prisma): Promise<Date> {
  const whole = tx === prisma ? lookNow() : tx
  if (!whole) return askTime(tx)
  const known = timeOf.get(whole) ?? askTime(tx)
  timeOf.set(whole, known)
  return known
}

async function askTime(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT app_now() AS now`
  if (!row) throw new Error('the database gave no time')
  return row.now
}
