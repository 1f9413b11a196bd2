import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import type { Locale } from '~/platform/i18n/locale'
import { findDevicePoint } from './find-device-point.server'

/** The shop whose studio is open on a shared device, for the band above it; null on everybody's own phone. */
export async function findShared({
  request,
  actor,
  locale,
}: {
  request: Request
  actor: Actor
  locale: Locale
}): Promise<{ shop: string } | null> {
  const point = await findDevicePoint(request)
  if (!point) return null
  const member = await inScope({ person: actor.personId }, (tx) =>
    tx.pointMember.findUnique({
      where: { pointId_userId: { pointId: point.id, userId: actor.userId } },
      select: { seller: { select: { nameZh: true, nameEn: true } } },
    }),
  )
  return member && { shop: locale === 'en' ? member.seller.nameEn : member.seller.nameZh }
}
