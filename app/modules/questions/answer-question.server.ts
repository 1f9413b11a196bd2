import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findActingFor } from '~/modules/mandates/find-acting-for.server'
import { recordAct } from '~/modules/mandates/record-act.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'

/**
 * The maker, or who acts for her, answers a question about her piece, or puts another answer in its place; it stands on the piece's page from now on. The same
 * answer again changes nothing. Refuses a question about somebody else's piece (404) and one that a coordinator has hidden.
 */
export async function answerQuestion({
  actor,
  questionId,
  answer,
}: {
  actor: Actor
  questionId: string
  answer: string
}): Promise<void> {
  await inScope({ person: actor.personId }, async (tx) => {
    const question = await tx.question.findFirst({
      where: { id: questionId, product: { sellerId: { in: actor.sellerIds } } },
      select: { hiddenAt: true, answer: true, product: { select: { sellerId: true } } },
    })
    if (!question) throw notFound()
    const onBehalfOfId = await findActingFor(tx, {
      actor,
      sellerId: question.product.sellerId,
      scope: 'messages',
    })
    if (question.answer === answer) return
    const { count } = await tx.question.updateMany({
      where: { id: questionId, hiddenAt: null },
      data: { answer, answeredAt: await appNow(tx), answeredById: actor.userId },
    })
    if (count === 0) throw new Refusal('question.wasHidden', 409)
    await recordAct(tx, {
      actor,
      sellerId: question.product.sellerId,
      scope: 'messages',
      kind: 'question.answered',
      subject: { type: 'Question', id: questionId },
    })
    await recordAudit(tx, {
      actor,
      onBehalfOfId,
      action: 'question.answered',
      subject: { type: 'Question', id: questionId },
      detail: { answer },
    })
  })
}
