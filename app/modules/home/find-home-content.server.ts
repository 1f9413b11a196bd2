import { type PieceRow, pictureOfRow, wordsIn } from '~/modules/search/piece-view'
import { Prisma, prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import type { PhotoData } from '~/ui/photo'
import type { HomeKind } from './schema'

/** Words that lead somewhere in the shop. */
export type HomeSign = { id: string; title: string; text: string; link: string }

/** What the first page shows besides what it always shows. */
export type HomeContent = {
  /** makers of the week, by their order */
  sellerIds: string[]
  occasions: HomeSign[]
  banners: (HomeSign & { picture: PhotoData })[]
}

/** how many of a kind are shown at once; the others wait */
const most = { maker: 3, occasion: 6, banner: 2 } as const satisfies Record<HomeKind, number>

type ContentRow = Pick<PieceRow, 'contentHash' | 'width' | 'height' | 'altZh' | 'altEn' | 'avifAt'> & {
  id: string
  kind: HomeKind
  sellerId: string | null
  titleZh: string | null
  titleEn: string | null
  textZh: string | null
  textEn: string | null
  link: string | null
}

/** What visitors see now; or beforehand, what they would see at an instant if the newest version of everything were published. One statement. */
export async function findHomeContent(
  locale: Locale,
  preview: { at: Date | null } | null = null,
): Promise<HomeContent> {
  const number = preview
    ? Prisma.sql`(SELECT max(n.number) FROM "HomeVersion" n WHERE n."itemId" = i.id)`
    : Prisma.sql`i."publishedNumber"`
  const at = Prisma.sql`coalesce(${preview?.at ?? null}::timestamptz, app_now())`
  const rows = await prisma.$queryRaw<ContentRow[]>`
    SELECT i.id, i.kind::text, v."sellerId", v."titleZh", v."titleEn", v."textZh", v."textEn", v.link,
      m."contentHash", m.width, m.height, m."altZh", m."altEn", m."avifAt"
    FROM "HomeItem" i JOIN "HomeVersion" v ON v."itemId" = i.id AND v.number = ${number}
    LEFT JOIN "Media" m ON m.id = v."mediaId" AND m.state = 'ready'
    WHERE v."shownFrom" <= ${at} AND v."shownTo" > ${at} ORDER BY v.position, v."shownFrom", i.id LIMIT 100`
  const of = (kind: HomeKind) => rows.filter((row) => row.kind === kind).slice(0, most[kind])
  return {
    sellerIds: of('maker').flatMap(({ sellerId }) => sellerId ?? []),
    occasions: of('occasion').map((row) => signOf(row, locale)),
    banners: of('banner').map((row) => {
      const sign = signOf(row, locale)
      return { ...sign, picture: pictureOfRow(row, locale, sign.title) }
    }),
  }
}

function signOf({ id, titleZh, titleEn, textZh, textEn, link }: ContentRow, locale: Locale): HomeSign {
  return {
    id,
    title: wordsIn(locale, titleZh ?? '', titleEn).text,
    text: wordsIn(locale, textZh ?? '', textEn).text,
    link: link ?? '/',
  }
}
