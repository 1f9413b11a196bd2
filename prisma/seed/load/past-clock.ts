import type { LoadContext } from './load-context'

type Shop = Pick<LoadContext, 'tx' | 'now'>

/** The shop's clock may stand in the past until `comeBack`, so that what the database notes by it is of the day on which it was. Nobody else sees it: it is within the transaction that loads. */
export async function leaveNow({ tx }: Shop): Promise<void> {
  await tx.$executeRaw`ALTER TABLE "Clock" DROP CONSTRAINT "Clock_only_forward"`
}

/** Sets the clock to an instant, to the second. */
export async function goTo({ tx }: Shop, instant: Date): Promise<void> {
  await tx.$executeRaw`UPDATE "Clock" SET "offsetSeconds" = round(extract(epoch FROM ${instant}::timestamptz - now()))::bigint`
}

/** The clock shows what it showed, and goes forward only. */
export async function comeBack(shop: Shop): Promise<void> {
  await goTo(shop, shop.now)
  await shop.tx
    .$executeRaw`ALTER TABLE "Clock" ADD CONSTRAINT "Clock_only_forward" CHECK ("offsetSeconds" >= 0)`
}
