import type { Actor } from '~/modules/auth/actor'
import { type ConsentText, getText } from '~/modules/settings/find-text.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Locale } from '~/platform/i18n/locale'
import { type PublicConsent, publicConsents } from './public-consents'

/** One time that she agreed, and when she took it back. */
export type GivenConsent = {
  id: string
  version: number
  title: string
  body: string
  givenAt: string
  withdrawnAt: string | null
}

/** One thing that may be shown: whether it stands, the text she would agree to now, and what she agreed to before, newest first. */
export type OwnConsent = {
  purpose: PublicConsent
  isGiven: boolean
  text: ConsentText
  /** she agreed to an older version: the newer one is asked */
  isOld: boolean
  history: GivenConsent[]
}

/** What a maker lets be shown of herself. Only her own, whatever else she works as. */
export function findOwnConsents({ actor, locale }: { actor: Actor; locale: Locale }): Promise<OwnConsent[]> {
  return inScope({ person: actor.personId }, async (tx) => {
    const rows = await tx.consent.findMany({
      where: { personId: actor.personId, purpose: { in: [...publicConsents] } },
      orderBy: { givenAt: 'desc' },
      take: 200,
      select: {
        ...{ id: true, purpose: true, givenAt: true, withdrawnAt: true },
        textVersion: { select: { id: true, version: true, title: true, body: true, kind: true } },
      },
    })
    const newest = await tx.textVersion.groupBy({
      by: ['kind'],
      where: { kind: { in: [...publicConsents] } },
      _max: { version: true },
    })
    const consents: OwnConsent[] = []
    for (const purpose of publicConsents) {
      const hers = rows.filter((row) => row.purpose === purpose)
      const live = hers.find(({ withdrawnAt }) => withdrawnAt === null)
      const latest = newest.find(({ kind }) => kind === purpose)?._max.version ?? 0
      consents.push({
        purpose,
        isGiven: live !== undefined,
        text: await getText(purpose, locale),
        isOld: live !== undefined && live.textVersion.version < latest,
        history: hers.map(({ id, givenAt, withdrawnAt, textVersion }) => ({
          id,
          version: textVersion.version,
          title: textVersion.title,
          body: textVersion.body,
          givenAt: givenAt.toISOString(),
          withdrawnAt: withdrawnAt?.toISOString() ?? null,
        })),
      })
    }
    return consents
  })
}
