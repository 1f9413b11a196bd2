import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { refuseHeld } from '~/modules/claims/refuse-held.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { enqueue } from '~/platform/jobs/boss.server'
import { waitingIn } from './find-dictations.server'
import type { SpokenWords } from './spoken-words'

type TypeUpInput = {
  actor: Actor
  revisionId: string
  /** which recording she heard */
  voiceId: string
  words: SpokenWords
}

/**
 * A coordinator writes down what she heard; the maker is told and reads it. Nothing of it is in the listing before she says that it is right. Refuses what somebody else has typed up
 * meanwhile or is listening to (409), and words to a recording that was replaced (409); what does not wait in her region is a 404.
 */
export async function typeUpDictation({ actor, revisionId, voiceId, words }: TypeUpInput): Promise<void> {
  const { regionId } = actor
  if (!regionId) throw notFound()
  await inScope(actor, async (tx) => {
    // the recording is held, so that another one does not take its place beneath the words
    const [voice] = await tx.$queryRaw<{ id: string; productId: string }[]>`
      SELECT v.id::text, v."productId"::text AS "productId" FROM "VoiceNote" v JOIN "ListingRevision" l ON l."productId" = v."productId"
      WHERE l.id = ${revisionId}::uuid ORDER BY v."approvedAt" DESC NULLS FIRST LIMIT 1 FOR UPDATE OF v`
    if (!voice) throw notFound()
    await tx.$queryRaw`SELECT 1 FROM "Dictation" WHERE "revisionId" = ${revisionId}::uuid FOR UPDATE`
    await refuseHeld(tx, { actor, queue: 'dictation', subjectId: revisionId })
    const { count } = await tx.dictation.updateMany({
      where: { revisionId, ...waitingIn(regionId) },
      data: { ...words, typedAt: await appNow(tx), typedById: actor.userId },
    })
    if (count === 0) {
      const isTyped = await tx.dictation.count({ where: { revisionId, typedAt: { not: null } } })
      throw isTyped > 0 ? new Refusal('voice.typedAlready') : notFound()
    }
    if (voice.id !== voiceId) throw new Refusal('voice.recordedAnew')
    const subject = { type: 'Product', id: voice.productId }
    await recordAudit(tx, { actor, action: 'voice.typed', subject, detail: { revisionId } })
    await enqueue(tx, 'dictation-notice', { revisionId })
  })
}
