import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { cleanPicture } from '~/modules/media/clean-picture.server'
import { voiceLimits } from '~/modules/voices/voice-limits'
import { voiceTypeOf } from '~/modules/voices/voice-type.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { createDataKey, sealBytes } from '~/platform/secrets/envelope.server'
import { dropProofs } from './drop-proofs.server'
import { findOpenMandate } from './find-open-mandate.server'
import { proofPlace } from './proof-place'

type Sound = { means: 'voice'; bytes: Uint8Array; seconds: number }
type Paper = { means: 'signature'; bytes: Uint8Array }
type HandInInput = { actor: Actor; mandateId: string; proof: Sound | Paper }

/**
 * The agent or the maker hands in what the maker said (at most a minute) or the photograph of what she signed; sealed with a key of its own, the photograph encoded anew without what the camera
 * wrote into it. Nothing is allowed by it before a coordinator over her place has confirmed it. What waited before is destroyed. Refuses (beside `voice` or `paper`) nothing at all, what is too large
 * and what is no recording or photograph; and a mandate that is signed or over. Answers on whose side of it she stands.
 */
export async function handInProof({ actor, mandateId, proof }: HandInInput): Promise<'agent' | 'maker'> {
  const { contentType, bytes, seconds } = await (proof.means === 'voice'
    ? readSound(proof)
    : readPaper(proof))
  return inScope({ person: actor.personId }, async (tx) => {
    const isAgent = await lockUnsigned(tx, { actor, mandateId })
    await dropProofs(tx, { mandateId })
    const id = crypto.randomUUID()
    const key = await createDataKey(tx)
    const body = sealBytes(key, bytes, proofPlace(id))
    await tx.mandateProof.create({
      data: {
        id,
        mandateId,
        means: proof.means,
        contentType,
        seconds,
        keyId: key.keyId,
        body,
        handedInById: actor.userId,
      },
      select: { id: true },
    })
    const subject = { type: 'Mandate', id: mandateId }
    await recordAudit(tx, { actor, action: 'mandate.proof_given', subject, detail: { means: proof.means } })
    return isAgent ? 'agent' : 'maker'
  })
}

/** Two that are handed in at one moment come one after the other. Whether she is the agent. */
async function lockUnsigned(
  tx: Tx,
  { actor, mandateId }: { actor: Actor; mandateId: string },
): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM "Mandate" WHERE id = ${mandateId}::uuid FOR UPDATE`
  const { isAgent, revokedAt, signedByPrincipalAt } = await findOpenMandate(tx, { actor, mandateId })
  if (revokedAt || signedByPrincipalAt) throw new Refusal('mandate.settled', 409)
  return isAgent
}

async function readSound({ bytes, seconds }: Sound) {
  if (bytes.length === 0) throw new Refusal('voice.none', 422, {}, 'voice')
  if (bytes.length > voiceLimits.maxBytes)
    throw new Refusal('voice.tooLarge', 422, { most: voiceLimits.maxBytes / 1024 ** 2 }, 'voice')
  const contentType = await voiceTypeOf(bytes)
  if (!contentType) throw new Refusal('voice.badType', 422, {}, 'voice')
  return { contentType, bytes, seconds }
}

async function readPaper({ bytes }: Paper) {
  if (bytes.length === 0) throw new Refusal('mandate.noPaper', 422, {}, 'paper')
  try {
    return { contentType: 'image/jpeg', bytes: new Uint8Array(await cleanPicture(bytes)), seconds: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal(error.key, error.status, error.params, 'paper')
  }
}
