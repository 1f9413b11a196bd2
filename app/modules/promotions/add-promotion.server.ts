import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { addDays, dayOf, startOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import type { AddPromotionInput } from './schema'

/** The advisory lock under which promotions are set and ended: two administrators at once take turns. */
const promotionsLock = 710_009

export async function lockPromotions(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${promotionsLock}::bigint)`
}

/** The later of two instants: a promotion never ends before it begins. */
export function laterOf(a: Date, b: Date): Date {
  return new Date(Math.max(a.getTime(), b.getTime()))
}

/**
 * Sets a promotion from the beginning of a day to the end of another; one that begins today begins now. With `replacesId` the version before it ends when it begins. One that a maker bears waits
 * for her agreement. Refuses a day before today, a code that is in use on some of the days, and a second successor of one version; an unknown craft, seller or version is a 404.
 */
export function addPromotion({ actor, ...wanted }: AddPromotionInput & { actor: Actor }): Promise<string> {
  return inScope(actor, async (tx) => {
    await lockPromotions(tx)
    const now = await appNow(tx)
    if (wanted.from < dayOf(now)) throw new Refusal('promotion.pastDay', 422, {}, 'from')
    const validFrom = laterOf(startOf(wanted.from), now)
    const validTo = startOf(addDays(wanted.until, 1))
    await requireGoods(tx, wanted)
    if (wanted.replacesId) await endBefore(tx, wanted.replacesId, validFrom)
    const code = wanted.code || null
    if (code && (await isTaken(tx, { code, validFrom, validTo })))
      throw new Refusal('promotion.codeTaken', 409, {}, 'code')
    const { nameZh, nameEn, percentBps, offFen, craftId, sellerId, bearer } = wanted
    const { id } = await tx.promotion.create({
      data: {
        nameZh,
        nameEn,
        code,
        percentBps,
        offFen,
        minSpendFen: wanted.minSpendFen ?? 0n,
        craftId,
        sellerId,
        bearer,
        organisationId: bearer === 'sponsor' ? await findOrCreateSponsor(tx, wanted.sponsorName) : null,
        mostUses: wanted.mostUses,
        mostPerBuyer: wanted.mostPerBuyer,
        validFrom,
        validTo,
        note: wanted.note,
        replacesId: wanted.replacesId,
        createdById: actor.userId,
      },
      select: { id: true },
    })
    await recordAudit(tx, {
      actor,
      action: 'promotion.added',
      subject: { type: 'Promotion', id },
      reason: wanted.note,
      detail: { bearer, from: wanted.from, until: wanted.until, replaces: wanted.replacesId },
    })
    return id
  })
}

type Scope = { craftId: string | null; sellerId: string | null }

async function requireGoods(tx: Tx, { craftId, sellerId }: Scope): Promise<void> {
  if (craftId && (await tx.craft.count({ where: { id: craftId } })) === 0) throw notFound()
  if (sellerId && (await tx.seller.count({ where: { id: sellerId } })) === 0) throw notFound()
}

/** The version before ends when the new one begins, if it had not ended by then. */
async function endBefore(tx: Tx, id: string, begin: Date): Promise<void> {
  const before = await tx.promotion.findUnique({
    where: { id },
    select: { validFrom: true, validTo: true, replacedBy: { select: { id: true } } },
  })
  if (!before) throw notFound()
  if (before.replacedBy) throw new Refusal('promotion.alreadyReplaced', 409)
  const end = laterOf(begin, before.validFrom)
  if (end < before.validTo) await tx.promotion.update({ where: { id }, data: { validTo: end } })
}

type Span = { code: string; validFrom: Date; validTo: Date }

async function isTaken(tx: Tx, { code, validFrom, validTo }: Span): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ taken: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Promotion" WHERE code = ${code} AND tstzrange("validFrom", "validTo") && tstzrange(${validFrom}, ${validTo})) AS taken`
  return row?.taken ?? false
}

/** Sponsors are told apart by their full name. */
async function findOrCreateSponsor(tx: Tx, nameZh: string): Promise<string> {
  const known = await tx.organisation.findFirst({
    where: { nameZh },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return (known ?? (await tx.organisation.create({ data: { nameZh }, select: { id: true } }))).id
}
