import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { endSession } from '~/modules/auth/end-session.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { randomToken, tokenHash } from '~/platform/secrets/token.server'
import { findPlaces } from './find-places.server'

type Opening = {
  actor: Actor
  name: string
  place: { kind: 'base' | 'region'; id: string }
  /** of the cookie that asks: whoever opens the device leaves it with this */
  oldToken: string | null
}

/**
 * Makes the asking device a service point, and ends her own session on it: what is shared keeps nobody. Answers the secret for the device's cookie. Refuses a place that is none of
 * findPlaces.
 */
export async function openPoint({ actor, name, place, oldToken }: Opening): Promise<string> {
  const value = `${place.kind}:${place.id}`
  const places = await findPlaces({ actor, locale: 'zh-CN' })
  const found = places.find((one) => one.value === value)
  if (!found) throw new Refusal('point.placeNotYours', 422, {}, 'place')
  const { regionId, baseId } = found
  const token = randomToken(32)
  await inScope({ person: actor.personId }, async (tx) => {
    const { id } = await tx.servicePoint.create({
      data: { tokenHash: tokenHash(token), name, regionId, baseId, openedById: actor.userId },
      select: { id: true },
    })
    await recordAudit(tx, { actor, action: 'point.opened', subject: { type: 'ServicePoint', id } })
  })
  if (oldToken !== null) await endSession({ token: oldToken })
  return token
}
