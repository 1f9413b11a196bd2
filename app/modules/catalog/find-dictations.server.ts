import type { Actor } from '~/modules/auth/actor'
import { claimedIds } from '~/modules/claims/claimed-ids.server'
import type { WorkFilter } from '~/modules/claims/work-filter'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'

/** A listing whose words somebody has to type up. */
export type WaitingDictation = { revisionId: string; sellerName: string; place: string; waitedHours: number }

const most = 60

/** Of her region, handed in and typed up by nobody yet. One that the maker has taken away, written herself or put away waits no more. */
export function waitingIn(regionId: string): Prisma.DictationWhereInput {
  return {
    typedAt: null,
    revision: {
      state: { in: ['draft', 'changes_requested'] },
      product: {
        status: { not: 'withdrawn' },
        seller: { region: { ancestorIds: { has: regionId } } },
      },
    },
  }
}

/** What waits to be typed up in her region, longest first, at most sixty. */
export async function findDictations({
  actor,
  locale,
  whose = 'all',
}: {
  actor: Actor
  locale: Locale
  whose?: WorkFilter['whose']
}): Promise<WaitingDictation[]> {
  const { regionId } = actor
  if (!regionId) return []
  const names = { nameZh: true, nameEn: true } as const
  const [rows, now] = await inScope(actor, async (tx) => [
    await tx.dictation.findMany({
      where: {
        revisionId: await claimedIds(tx, { actor, queue: 'dictation', whose }),
        ...waitingIn(regionId),
      },
      orderBy: [{ handedInAt: 'asc' }, { revisionId: 'asc' }],
      take: most,
      select: {
        revisionId: true,
        handedInAt: true,
        revision: {
          select: {
            product: {
              select: {
                seller: {
                  select: {
                    ...names,
                    region: { select: { ...names, level: true, parent: { select: names } } },
                  },
                },
              },
            },
          },
        },
      },
    }),
    await appNow(tx),
  ])
  return rows.map(({ revisionId, handedInAt, revision }) => {
    const { seller } = revision.product
    const { region } = seller
    const town = region.level === 'village' && region.parent ? region.parent : region
    return {
      revisionId,
      sellerName: locale === 'en' ? seller.nameEn : seller.nameZh,
      place: (locale === 'en' && town.nameEn) || town.nameZh,
      waitedHours: Math.max(0, Math.floor((now.getTime() - handedInAt.getTime()) / 3_600_000)),
    }
  })
}

/** How many wait in her region. */
export async function countDictations({ actor }: { actor: Actor }): Promise<number> {
  const { regionId } = actor
  return regionId ? inScope(actor, (tx) => tx.dictation.count({ where: waitingIn(regionId) })) : 0
}
