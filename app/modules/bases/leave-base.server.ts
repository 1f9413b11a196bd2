import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import { lockBase } from './lock-base.server'

type LeaveInput = { actor: Actor; sellerId: string; memberId: string }

/** Ends a membership: from today on she is none. One that began today never was. One that ended is left as it is; another base's is a 404. */
export function leaveBase({ actor, sellerId, memberId }: LeaveInput): Promise<void> {
  return inScope(actor, async (tx) => {
    await lockBase(tx, { actor, sellerId })
    const member = await tx.baseMember.findFirst({ where: { id: memberId, baseId: sellerId } })
    if (!member) throw notFound()
    if (member.validTo) return
    const validTo = toDateColumn(dayOf(await appNow(tx)))
    await tx.baseMember.update({ where: { id: memberId }, data: { validTo } })
    await recordAudit(tx, {
      actor,
      action: 'base.left',
      subject: { type: 'Seller', id: sellerId },
      detail: { member: member.sellerId },
    })
  })
}
