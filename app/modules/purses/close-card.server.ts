import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import { enqueue } from '~/platform/jobs/boss.server'
import { requirePurse } from './require-purse.server'

/**
 * Takes a card of hers out of use at once, and with it her consent when it is in another name; payments already on their way still reach it. Of one that still cooled her phone hears. Another's is a 404; closed
 * twice is once.
 */
export function closeCard({ actor, cardId }: { actor: Actor; cardId: string }): Promise<void> {
  return inScope({ person: actor.personId }, async (tx) => {
    const card = await tx.bankAccount.findUnique({
      where: { id: cardId },
      select: {
        closedAt: true,
        usableFrom: true,
        consentId: true,
        party: { select: { sellerId: true, personId: true } },
      },
    })
    const isOwn = card?.party.personId === actor.personId
    if (!card || !(isOwn || card.party.sellerId)) throw notFound()
    await requirePurse(tx, actor, card.party.sellerId ?? 'me')
    if (card.closedAt) return
    const now = await appNow(tx)
    await tx.bankAccount.update({ where: { id: cardId }, data: { closedAt: now } })
    if (card.consentId)
      await tx.consent.updateMany({
        where: { id: card.consentId, withdrawnAt: null },
        data: { withdrawnAt: now },
      })
    if (card.usableFrom > now) await enqueue(tx, 'card-notice', { bankAccountId: cardId, about: 'stopped' })
    await recordAudit(tx, { actor, action: 'card.closed', subject: { type: 'BankAccount', id: cardId } })
  })
}
