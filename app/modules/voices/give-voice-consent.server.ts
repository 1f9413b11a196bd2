import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { isTextInForce } from '~/modules/settings/find-text.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'

/**
 * She agrees, by her own hand and under the version that she read, that buyers hear what she says about her pieces. Given twice is once. Refuses no tick, and one under a text that has been replaced
 * meanwhile: both beside the box.
 */
export async function giveVoiceConsent({
  actor,
  textId,
}: {
  actor: Actor
  /** the text under which she ticked; null when she did not */
  textId: string | null
}): Promise<void> {
  await inScope({ person: actor.personId }, async (tx) => {
    if (textId === null) throw new Refusal('voice.agreeFirst', 422, {}, 'voiceTextId')
    if (!(await isTextInForce(tx, 'public_voice', textId)))
      throw new Refusal('voice.textChanged', 422, {}, 'voiceTextId')
    const { personId } = actor
    // two tabs of hers come one after the other
    await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${actor.userId}::uuid FOR NO KEY UPDATE`
    const live = { personId, purpose: 'public_voice', withdrawnAt: null }
    if ((await tx.consent.count({ where: live })) > 0) return
    const { id } = await tx.consent.create({
      data: { ...live, textVersionId: textId, means: 'tick', recordedById: null },
      select: { id: true },
    })
    await recordAudit(tx, { actor, action: 'voice.agreed', subject: { type: 'Consent', id } })
  })
}
