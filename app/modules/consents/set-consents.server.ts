import type { Actor } from '~/modules/auth/actor'
import { isTextInForce } from '~/modules/settings/find-text.server'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { type PublicConsent, publicConsents } from './public-consents'

type SetInput = {
  actor: Actor
  /** the text under which she ticked, by purpose; null: not ticked */
  given: Record<PublicConsent, string | null>
}

/**
 * Her own answers to what may be shown in public: what she ticked is given under that text, what she did not is withdrawn, what stands already stays as it was given. Refuses a text that has been
 * replaced meanwhile, beside its box. The caller holds a lock that is hers.
 */
export async function setConsents(tx: Tx, { actor, given }: SetInput): Promise<void> {
  const { personId } = actor
  const live = await tx.consent.findMany({
    where: { personId, purpose: { in: [...publicConsents] }, withdrawnAt: null },
    select: { purpose: true },
  })
  for (const purpose of publicConsents) {
    const textVersionId = given[purpose]
    const isLive = live.some((one) => one.purpose === purpose)
    if (textVersionId === null) {
      if (isLive)
        await tx.consent.updateMany({
          where: { personId, purpose, withdrawnAt: null },
          data: { withdrawnAt: await appNow(tx) },
        })
      continue
    }
    if (isLive) continue
    if (!(await isTextInForce(tx, purpose, textVersionId)))
      throw new Refusal('card.textChanged', 422, {}, purpose)
    await tx.consent.create({
      data: { personId, purpose, textVersionId, means: 'tick' },
      select: { id: true },
    })
  }
}
