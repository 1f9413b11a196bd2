import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { lockBase } from './lock-base.server'

type JoinInput = { actor: Actor; sellerId: string; shop: string }

/**
 * Makes a shop of the coordinator's region a member of a base from today on. Refuses a name that no shop there or more than one has, a base, and a shop that works with
 * another base; one that is a member already changes nothing.
 */
export function joinBase({ actor, sellerId, shop }: JoinInput): Promise<void> {
  return inScope(actor, async (tx) => {
    await lockBase(tx, { actor, sellerId })
    if ((await tx.baseProfile.count({ where: { sellerId } })) === 0)
      throw new Refusal('base.describeFirst', 422, {}, 'shop')
    const maker = await findShop(tx, { actor, shop })
    const [current] = await tx.$queryRaw<{ baseId: string; nameZh: string }[]>`
      SELECT m."baseId", b."nameZh" FROM "BaseMember" m JOIN "Seller" b ON b.id = m."baseId"
      WHERE m."sellerId" = ${maker}::uuid AND m."validTo" IS NULL`
    if (current?.baseId === sellerId) return
    if (current) throw new Refusal('base.elsewhere', 409, { base: current.nameZh }, 'shop')
    const validFrom = toDateColumn(dayOf(await appNow(tx)))
    await tx.baseMember.create({ data: { baseId: sellerId, sellerId: maker, validFrom } })
    await recordAudit(tx, {
      actor,
      action: 'base.joined',
      subject: { type: 'Seller', id: sellerId },
      detail: { member: maker },
    })
  })
}

/** The one shop of that name or address, locked. */
async function findShop(tx: Tx, { actor, shop }: { actor: Actor; shop: string }): Promise<string> {
  const slug = shop.replace(/\/+$/, '').split('/').at(-1) ?? shop
  const found = await tx.$queryRaw<{ id: string; kind: string }[]>`
    SELECT s.id, s.kind::text FROM "Seller" s JOIN "Region" r ON r.id = s."regionId"
    WHERE (s.slug = ${slug} OR s."nameZh" = ${shop} OR s."nameEn" = ${shop}) AND s.status <> 'closed' AND ${actor.regionId}::uuid = ANY (r."ancestorIds")
    ORDER BY s.id LIMIT 2 FOR UPDATE OF s`
  const [one] = found
  if (!one) throw new Refusal('base.noShop', 422, {}, 'shop')
  if (found.length > 1) throw new Refusal('base.manyShops', 422, {}, 'shop')
  if (one.kind === 'base') throw new Refusal('base.isBase', 422, {}, 'shop')
  return one.id
}
