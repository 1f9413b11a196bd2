import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { refuseHeld } from '~/modules/claims/refuse-held.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { findDraft } from './find-draft.server'
import { type EvidenceTexts, writeTexts } from './keep-evidence.server'
import { lockOpenDispute } from './lock-open-dispute.server'
import { recordAnswer } from './record-answer.server'
import { sendEvidence } from './send-evidence.server'
import { rereadDispute, tellProvider } from './tell-provider.server'

type SubmitInput = {
  actor: Actor
  disputeId: string
  /** the words as they stand in her form: what differs from the draft goes along */
  texts: EvidenceTexts
  /** the last row of evidence that stood on her page; '' when there was none */
  seen: string
}

/**
 * Hands the evidence in, once and for good. Two at once are one submission, and only the first is told so. Refuses what `lockOpenDispute` refuses, one that a colleague is on, an answer without any
 * evidence, and one to which a colleague has added something that its sender has not seen.
 */
export async function submitEvidence({ actor, disputeId, texts, seen }: SubmitInput): Promise<void> {
  await rereadDispute(disputeId)
  const { disputeRef, draft } = await inScope({ job: 'payout' }, async (tx) => {
    const dispute = await lockOpenDispute(tx, disputeId)
    await refuseHeld(tx, { actor, queue: 'dispute', subjectId: disputeId })
    const before = await findDraft(tx, disputeId)
    if ((before.newest ?? '') !== seen) throw new Refusal('dispute.draftMoved', 409)
    await writeTexts(tx, { actor, disputeId, texts, draft: before })
    const draft = await findDraft(tx, disputeId)
    if (draft.texts.size + draft.files.size === 0) throw new Refusal('dispute.noEvidence', 422)
    await recordAudit(tx, { actor, action: 'dispute.submitted', subject: { type: 'Dispute', id: disputeId } })
    return { ...dispute, draft }
  })
  const isTaken = await tellProvider(disputeRef, () =>
    sendEvidence({ actor, disputeRef, draft, submit: true }),
  )
  await recordAnswer({ actor, disputeId, cause: 'submitted', isTaken })
}
