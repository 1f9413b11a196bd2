import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { lockPlace } from './lock-place.server'
import { below } from './schema'

type AddInput = {
  actor: Actor
  /** of the place in which it lies */
  parentCode: string
  code: string
  nameZh: string
  nameEn: string
  reason: string
}

/** A new place from today on, below one that exists. Refuses a code that does not begin with that of the place above or has not its length, one that is taken, and what lockPlace refuses. */
export function addPlace({ actor, parentCode, code, nameZh, nameEn, reason }: AddInput): Promise<void> {
  return inScope(actor, async (tx) => {
    const parent = await lockPlace(tx, { actor, code: parentCode })
    const kind =
      parent.level === 'city' || parent.level === 'county' || parent.level === 'town'
        ? below[parent.level]
        : null
    if (!kind) throw new Refusal('places.nothingBelow', 422)
    await requireCode(tx, { code, parentCode, digits: kind.digits })
    const { id } = await tx.region.create({
      data: {
        code,
        level: kind.level,
        nameZh,
        nameEn: nameEn || null,
        parentId: parent.id,
        validFrom: toDateColumn(dayOf(await appNow(tx))),
      },
      select: { id: true },
    })
    await recordAudit(tx, {
      actor,
      action: 'place.added',
      subject: { type: 'Region', id },
      reason,
      detail: { code },
    })
  })
}

/** Refuses a code that cannot be that of a place below another, or that another place has or had. A place that comes back (`back`) may have the one that it had there. */
export async function requireCode(
  tx: Tx,
  {
    code,
    parentCode,
    digits,
    back,
  }: { code: string; parentCode: string; digits: number; back?: { id: string; parentId: string } },
): Promise<void> {
  if (code.length !== digits || !code.startsWith(parentCode))
    throw new Refusal('places.codeForm', 422, { digits, start: parentCode }, 'code')
  const taken = await tx.region.findUnique({
    where: { code },
    select: { nameZh: true, replacedById: true, parentId: true },
  })
  const isBack = back && taken?.replacedById === back.id && taken.parentId === back.parentId
  if (taken && !isBack) throw new Refusal('places.codeTaken', 409, { name: taken.nameZh }, 'code')
}
