import { readSetting } from '~/modules/settings/read-setting.server'
import { prisma, type Tx } from '~/platform/db/prisma.server'

/** Cards that were refused for an order, on all its payment pages. */
async function countCardTries(tx: Tx, orderId: string): Promise<number> {
  return tx.refusedTry.count({ where: { payment: { due: { orderId } } } })
}

/** Whether so many cards were refused for an order that none is taken any more: wallets still are. */
export async function areCardsOver(orderId: string, tx: Tx = prisma): Promise<boolean> {
  const tries = await countCardTries(tx, orderId)
  return tries > 0 && tries >= (await readSetting('payments.cardTries', tx))
}
