import { type PostageRule, postageRuleSql } from '~/modules/settings/find-rules.server'
import { isTextInForceSql } from '~/modules/settings/find-text.server'
import { settingOf, settingSql } from '~/modules/settings/setting-sql.server'
import type { Tx } from '~/platform/db/prisma.server'
import type { Caps } from './assert-within-caps.server'

/** What an order is placed by besides its goods, as it is now. */
export type Ground = {
  now: Date
  payWithinMinutes: number
  caps: Caps
  /** null while none is valid */
  postage: PostageRule | null
  /** the code that lies with the cart */
  promoCode: string | null
  /** the text under which she ticked that her payment goes abroad is the one that holds; false without one */
  isTextInForce: boolean
}

type GroundRow = Pick<Ground, 'now' | 'promoCode' | 'isTextInForce'> & {
  payWithin: string | null
  atOnce: string | null
  shareBps: string | null
  postageId: string | null
  parcelFen: bigint | null
  freeFromFen: bigint | null
}

/** Reads it and locks the cart: a second placing of the same one waits here, and then finds it empty. Null without the cart. */
export async function readGround(
  tx: Tx,
  cartId: string,
  abroadTextId: string | null,
): Promise<Ground | null> {
  const [row] = await tx.$queryRaw<GroundRow[]>`
    SELECT app_now() AS now, c."promoCode", ${settingSql('orders.payWithinMinutes')} AS "payWithin",
      ${settingSql('orders.unpaidAtOnce')} AS "atOnce", ${settingSql('orders.unpaidShareBps')} AS "shareBps",
      ${isTextInForceSql('payment_abroad', abroadTextId)} AS "isTextInForce", p.id AS "postageId", p."parcelFen", p."freeFromFen"
    FROM "Cart" c LEFT JOIN (${postageRuleSql}) p ON true WHERE c.id = ${cartId}::uuid FOR UPDATE OF c`
  if (!row) return null
  const { now, promoCode, isTextInForce, postageId, parcelFen, freeFromFen } = row
  return {
    now,
    promoCode,
    isTextInForce,
    payWithinMinutes: settingOf('orders.payWithinMinutes', row.payWithin),
    caps: {
      atOnce: settingOf('orders.unpaidAtOnce', row.atOnce),
      shareBps: settingOf('orders.unpaidShareBps', row.shareBps),
    },
    postage: postageId === null || parcelFen === null ? null : { id: postageId, parcelFen, freeFromFen },
  }
}
