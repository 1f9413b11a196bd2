import { inScope } from '~/platform/db/in-scope.server'
import type { Prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { mostTries } from './most-tries'

/** What stands on a tile: her shop's name and nothing else of hers. */
export type Tile = {
  id: string
  /** in the page's language */
  shop: string
  /** the characters of her seal */
  seal: string
  /** five wrong PINs: only a code from her phone helps */
  isLocked: boolean
}

const shown = {
  id: true,
  tries: true,
  seller: { select: { nameZh: true, nameEn: true, sealText: true } },
} satisfies Prisma.PointMemberSelect

/** The tiles of a service point in the order in which they came, at most a hundred. */
export async function findTiles({ pointId, locale }: { pointId: string; locale: Locale }): Promise<Tile[]> {
  const rows = await inScope({ job: 'sign_in' }, (tx) =>
    tx.pointMember.findMany({
      where: { pointId, user: { disabledAt: null } },
      orderBy: [{ enrolledAt: 'asc' }, { id: 'asc' }],
      take: 100,
      select: shown,
    }),
  )
  return rows.map((row) => view(row, locale))
}

/** One tile of a service point; null for what is none of its. */
export async function findTile({
  pointId,
  memberId,
  locale,
}: {
  pointId: string
  memberId: string
  locale: Locale
}): Promise<Tile | null> {
  const row = await inScope({ job: 'sign_in' }, (tx) =>
    tx.pointMember.findFirst({
      where: { id: memberId, pointId, user: { disabledAt: null } },
      select: shown,
    }),
  )
  return row && view(row, locale)
}

function view(
  { id, tries, seller }: Prisma.PointMemberGetPayload<{ select: typeof shown }>,
  locale: Locale,
): Tile {
  const shop = locale === 'en' ? seller.nameEn : seller.nameZh
  return { id, shop, seal: seller.sealText, isLocked: tries >= mostTries }
}
