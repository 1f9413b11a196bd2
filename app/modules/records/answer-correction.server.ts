import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { refuseHeld } from '~/modules/claims/refuse-held.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'

type AnswerInput = { actor: Actor; requestId: string; isCorrected: boolean; answer: string }

/**
 * A coordinator of her region says what was done about a request. A name that is corrected changes on her record at once, as she wrote it; everything else is corrected where it lives before it is said
 * here. Another region's is a 404; refuses (403) her own, and (409) one that somebody has answered or that a
 * colleague is on.
 */
export function answerCorrection({ actor, requestId, isCorrected, answer }: AnswerInput): Promise<void> {
  return inScope(actor, async (tx) => {
    await tx.$queryRaw`SELECT id FROM "CorrectionRequest" WHERE id = ${requestId}::uuid FOR UPDATE`
    const request = await tx.correctionRequest.findUnique({
      where: { id: requestId },
      select: { personId: true, field: true, words: true, answeredAt: true },
    })
    if (!request) throw notFound()
    const { personId, field, words } = request
    if (personId === actor.personId) throw new Refusal('records.notHerOwn', 403)
    if (request.answeredAt) throw new Refusal('records.answeredAlready', 409)
    await refuseHeld(tx, { actor, queue: 'correction', subjectId: requestId })
    await tx.correctionRequest.update({
      where: { id: requestId },
      data: { isCorrected, answer, answeredById: actor.userId, answeredAt: await appNow(tx) },
      select: { id: true },
    })
    if (isCorrected && field === 'name')
      await tx.person.update({ where: { id: personId }, data: { name: words }, select: { id: true } })
    await recordAudit(tx, {
      actor,
      action: 'correction.answered',
      subject: { type: 'Person', id: personId },
      reason: answer,
      detail: { requestId, field, isCorrected },
    })
  })
}
