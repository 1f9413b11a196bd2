import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { lockWork, type SeenWork } from './lock-work.server'
import type { TextWords } from './schema'

/**
 * Writes somebody's English of a text down; a second person reads it before visitors do. Typing again over unread words replaces them. Lets go of the text. Refuses what lockWork
 * refuses.
 */
export function typeTranslation({
  actor,
  words,
  ...work
}: SeenWork & { actor: Actor; words: TextWords }): Promise<void> {
  return inScope(actor, async (tx) => {
    await lockWork(tx, { actor, ...work })
    const { kind, subjectId, seen, source } = work
    await tx.translation.update({
      where: { kind_subjectId: { kind, subjectId } },
      data: {
        words,
        sourceHash: source,
        version: seen + 1,
        typedById: actor.userId,
        typedAt: await appNow(tx),
        reviewedById: null,
        reviewedAt: null,
        note: null,
        claimedById: null,
        claimedUntil: null,
      },
    })
    await recordAudit(tx, {
      actor,
      action: 'translation.typed',
      subject: { type: kind === 'product' ? 'Product' : 'Seller', id: subjectId },
    })
  })
}
