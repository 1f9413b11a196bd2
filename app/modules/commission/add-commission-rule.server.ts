import type { SellerKind } from '~/generated/prisma/enums'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { addDays, type Day, dayOf, startOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'

type AddInput = {
  actor: Actor
  /** null: where it stands already; only the rule for everything else */
  priority: number | null
  craftId: string | null
  sellerKind: SellerKind | null
  /** '' = none */
  campaign: string
  bps: number
  taxBps: number
  from: Day
  /** the last day; null: open */
  until: Day | null
  note: string
}

/** The advisory lock under which rules change: two administrators at once take turns. */
const rulesLock = 710_006

/** Rules change one after the other until the transaction ends. */
export async function lockRules(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${rulesLock}::bigint)`
}

/**
 * A new rule from a day on, which begins by itself; the one for the same goods at the same place ends there. Never changes what was sold: refuses a day before tomorrow. Refuses a
 * place that is for other goods or will be, one behind the rule for everything else, an end of that rule, and a campaign without an end.
 */
export function addCommissionRule({ actor, note, ...wanted }: AddInput): Promise<void> {
  return inScope(actor, async (tx) => {
    await lockRules(tx)
    await requireFuture(tx, wanted.from)
    requireRange(wanted)
    if (wanted.craftId && (await tx.craft.count({ where: { id: wanted.craftId } })) === 0) throw notFound()
    const priority = await findPlace(tx, wanted)
    const validFrom = startOf(wanted.from)
    const validTo = wanted.until === null ? null : startOf(addDays(wanted.until, 1))
    await endAt(tx, { ...wanted, priority, validFrom, validTo })
    const { craftId, sellerKind, bps, taxBps } = wanted
    const campaign = wanted.campaign || null
    const { id } = await tx.commissionRule.create({
      data: {
        priority,
        craftId,
        sellerKind,
        campaign,
        bps,
        taxBps,
        validFrom,
        validTo,
        note,
        createdById: actor.userId,
      },
      select: { id: true },
    })
    await recordAudit(tx, {
      actor,
      action: 'commission.added',
      subject: { type: 'CommissionRule', id },
      reason: note,
      detail: { priority, bps, taxBps, from: wanted.from, until: wanted.until },
    })
  })
}

/** Refuses a day on which something may have been sold already. */
export async function requireFuture(tx: Tx, from: Day): Promise<void> {
  if (from <= dayOf(await appNow(tx))) throw new Refusal('commission.pastDay', 422, {}, 'from')
}

type Wanted = Omit<AddInput, 'actor' | 'note'>

const isGeneral = ({ craftId, sellerKind, campaign }: Pick<Wanted, 'craftId' | 'sellerKind' | 'campaign'>) =>
  craftId === null && sellerKind === null && campaign === ''

function requireRange(wanted: Wanted): void {
  const { from, until, campaign } = wanted
  if (until === null) {
    if (campaign !== '') throw new Refusal('commission.campaignNeedsEnd', 422, {}, 'until')
    return
  }
  if (isGeneral(wanted)) throw new Refusal('commission.generalEnds', 422, {}, 'until')
  if (until < from) throw new Refusal('commission.untilBeforeFrom', 422, {}, 'until')
}

/** Its place: before the rule for everything else, which keeps its own. */
async function findPlace(tx: Tx, wanted: Wanted): Promise<number> {
  const general = await tx.commissionRule.findFirst({
    where: { craftId: null, sellerKind: null, campaign: null, validTo: null },
    orderBy: { priority: 'asc' },
    select: { priority: true },
  })
  if (isGeneral(wanted)) return general?.priority ?? wanted.priority ?? 1000
  if (wanted.priority === null) throw new Refusal('errors.required', 422, {}, 'priority')
  if (general && wanted.priority >= general.priority)
    throw new Refusal('commission.neverAsked', 422, { place: general.priority }, 'priority')
  return wanted.priority
}

type Placed = Wanted & { priority: number; validFrom: Date; validTo: Date | null }

/** Ends what stands at its place when it begins. */
async function endAt(tx: Tx, placed: Placed): Promise<void> {
  const { priority, validFrom, validTo } = placed
  const overlapping = await tx.commissionRule.findMany({
    where: {
      priority,
      OR: [{ validTo: null }, { validTo: { gt: validFrom } }],
      ...(validTo ? { validFrom: { lt: validTo } } : {}),
    },
    orderBy: { validFrom: 'asc' },
  })
  for (const rule of overlapping) {
    const params = { place: priority, day: dayOf(rule.validFrom) }
    if (rule.validFrom >= validFrom) throw new Refusal('commission.laterExists', 409, params, 'from')
    const isSame =
      rule.craftId === placed.craftId &&
      rule.sellerKind === placed.sellerKind &&
      (rule.campaign ?? '') === placed.campaign
    if (!isSame) throw new Refusal('commission.placeTaken', 409, params, 'priority')
    await tx.commissionRule.update({ where: { id: rule.id }, data: { validTo: validFrom } })
  }
}
