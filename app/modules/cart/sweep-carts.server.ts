import { readSetting } from '~/modules/settings/read-setting.server'
import { prisma } from '~/platform/db/prisma.server'

/**
 * Deletes at most `batch` baskets into which nothing was put for `carts.keepDays`, with what lies in them, and says how many. Their cookies ended
 * before: nobody can open them any more. One into which something is being put now is left.
 * One that nothing was added to since it was made has an `updatedAt` of the machine, not of the shop's clock: the later of the two counts.
 */
export async function sweepCarts({ batch }: { batch: number }): Promise<number> {
  const days = await readSetting('carts.keepDays')
  return prisma.$executeRaw`
    DELETE FROM "Cart" WHERE id IN (SELECT id FROM "Cart"
      WHERE "updatedAt" <= app_now() - make_interval(days => ${days}::int) AND "createdAt" <= app_now() - make_interval(days => ${days}::int) ORDER BY "updatedAt" LIMIT ${batch}::int FOR UPDATE SKIP LOCKED)`
}
