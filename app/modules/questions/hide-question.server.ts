import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'

/**
 * A coordinator takes a question and its answer off the pages, with words to the maker. Hiding what is hidden changes nothing. Refuses a question about a piece
 * outside her region (404).
 */
export async function hideQuestion({
  actor,
  questionId,
  reason,
}: {
  actor: Actor
  questionId: string
  reason: string
}): Promise<void> {
  const { regionId } = actor
  if (!regionId) throw notFound()
  await inScope(actor, async (tx) => {
    const hers = { id: questionId, product: { seller: { region: { ancestorIds: { has: regionId } } } } }
    const { count } = await tx.question.updateMany({
      where: { ...hers, hiddenAt: null },
      data: { hiddenAt: await appNow(tx), hiddenById: actor.userId, hiddenReason: reason },
    })
    if (count === 0) {
      if ((await tx.question.count({ where: hers })) === 0) throw notFound()
      return
    }
    await recordAudit(tx, {
      actor,
      action: 'question.hidden',
      subject: { type: 'Question', id: questionId },
      reason,
    })
  })
}
