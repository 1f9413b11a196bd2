import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { refuseHeld } from '~/modules/claims/refuse-held.server'
import { readSetting } from '~/modules/settings/read-setting.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'

const dayLength = 24 * 60 * 60 * 1000

/**
 * A coordinator of the shop's region has looked at a renewal: the shop is verified for as many days as the setting says, from now or from where it still was. Checked twice is once. Another region's is
 * a 404; refuses (403) her own and one of her household, and (409) one that a colleague is on.
 */
export function checkRenewal({ actor, renewalId }: { actor: Actor; renewalId: string }): Promise<void> {
  return inScope(actor, async (tx) => {
    if (!actor.regionId) throw notFound()
    await tx.$queryRaw`SELECT id FROM "SellerRenewal" WHERE id = ${renewalId}::uuid FOR UPDATE`
    const renewal = await tx.sellerRenewal.findFirst({
      where: { id: renewalId, seller: { region: { ancestorIds: { has: actor.regionId } } } },
      select: { sellerId: true, checkedAt: true, seller: { select: { verifiedUntil: true } } },
    })
    if (!renewal) throw notFound()
    if (renewal.checkedAt) return
    const { sellerId } = renewal
    const [own] = await tx.$queryRaw<{ own: boolean }[]>`
      SELECT EXISTS (SELECT 1 FROM "SellerPerson" p WHERE p."sellerId" = ${sellerId}::uuid AND p.role = 'owner' AND is_close_to(p."personId", ${actor.userId}::uuid)) AS own`
    if (own?.own) throw new Refusal('records.notHerOwn', 403)
    await tx.$queryRaw`SELECT id FROM "Seller" WHERE id = ${sellerId}::uuid FOR NO KEY UPDATE`
    await refuseHeld(tx, { actor, queue: 'renewal', subjectId: sellerId })
    const now = await appNow(tx)
    const from = Math.max(renewal.seller.verifiedUntil.getTime(), now.getTime())
    const days = await readSetting('sellers.verificationDays', tx)
    const until = new Date(from + days * dayLength)
    await tx.sellerRenewal.update({
      where: { id: renewalId },
      data: { checkedById: actor.userId, checkedAt: now, until },
      select: { id: true },
    })
    await tx.seller.update({ where: { id: sellerId }, data: { verifiedUntil: until }, select: { id: true } })
    await recordAudit(tx, {
      actor,
      action: 'renewal.checked',
      subject: { type: 'Seller', id: sellerId },
      detail: { renewalId, days },
    })
  })
}
