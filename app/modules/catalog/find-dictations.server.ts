import type { Actor } from '~/modules/auth/actor'
import { actorKey } from '~/modules/auth/actor-key'
import { claimedIds } from '~/modules/claims/claimed-ids.server'
import { type Listed, partOf, waitsSince } from '~/modules/claims/queue-page'
import type { WorkFilter } from '~/modules/claims/work-filter'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { oncePerLook } from '~/platform/db/one-look.server'
import type { Prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'

/** A listing whose words somebody has to type up. */
export type WaitingDictation = { revisionId: string; sellerName: string; place: string; waitedHours: number }

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

/** A page of what waits to be typed up in her region, longest first. */
export async function findDictations({
  actor,
  locale,
  whose = 'all',
  age = 'all',
  page = 1,
}: { actor: Actor; locale: Locale; page?: number } & Partial<WorkFilter>): Promise<Listed<WaitingDictation>> {
  const { regionId } = actor
  if (!regionId) return { rows: [], page: 1, total: 0 }
  const names = { nameZh: true, nameEn: true } as const
  return inScope(actor, async (tx) => {
    const now = await appNow(tx)
    const where = {
      revisionId: await claimedIds(tx, { actor, queue: 'dictation', whose }),
      handedInAt: waitsSince(now, age),
      ...waitingIn(regionId),
    }
    const total = await tx.dictation.count({ where })
    if (total === 0) return { rows: [], page: 1, total }
    const { page: shown, ...part } = partOf(total, page)
    const found = await tx.dictation.findMany({
      where,
      orderBy: [{ handedInAt: 'asc' }, { revisionId: 'asc' }],
      ...part,
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
    })
    const rows = found.map(({ revisionId, handedInAt, revision }) => {
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
    return { rows, page: shown, total }
  })
}

/** How many wait in her region. */
export const countDictations = oncePerLook(actorKey, async ({ actor }: { actor: Actor }): Promise<number> => {
  const { regionId } = actor
  return regionId ? inScope(actor, (tx) => tx.dictation.count({ where: waitingIn(regionId) })) : 0
})
