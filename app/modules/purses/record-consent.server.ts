import type { Actor } from '~/modules/auth/actor'
import { isTextInForce } from '~/modules/settings/find-text.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'

/** The box of each, and what she is told when it is not ticked. */
const asks = {
  account_in_other_name: { field: 'textVersionId', key: 'card.agreeFirst' },
  payout_abroad: { field: 'abroadTextId', key: 'card.agreeAbroad' },
} as const

type RecordInput = {
  actor: Actor
  kind: keyof typeof asks
  /** the text under which she ticked; null when she did not */
  textId: string | null
  /** code: with a code to her own phone; tick: signed in, by her own hand */
  means: 'code' | 'tick'
}

/** Her own consent, by the version in force of the text that she ticked. Refuses no tick, and one under a text that has been replaced meanwhile: both beside the box. */
export async function recordConsent(tx: Tx, { actor, kind, textId, means }: RecordInput): Promise<string> {
  const { field, key } = asks[kind]
  if (textId === null) throw new Refusal(key, 422, {}, field)
  if (!(await isTextInForce(tx, kind, textId))) throw new Refusal('card.textChanged', 422, {}, field)
  const { personId } = actor
  const consent = await tx.consent.create({
    data: { personId, purpose: kind, textVersionId: textId, means, recordedById: null },
    select: { id: true },
  })
  return consent.id
}
