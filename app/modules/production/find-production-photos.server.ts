import type { ProductionPhrase } from '~/generated/prisma/enums'
import { pictureOf, pictureSelect } from '~/modules/media/picture'
import { type Day, dayOf } from '~/platform/calendar'
import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import type { PhotoData } from '~/ui/photo'

export type ProductionPhotoView = {
  id: string
  sellerOrderId: string
  day: Day
  phrase: ProductionPhrase
  words: string | null
  photo: PhotoData
}

type Whose = { orderId: string } | { sellerOrderId: string }

/** Pictures of the making of an order or of one part, as they were taken, for those who may see them: the caller has checked that. */
export async function unsafeFindProductionPhotos(
  whose: Whose,
  locale: Locale,
): Promise<ProductionPhotoView[]> {
  const t = translator(locale)
  const rows = await prisma.productionPhoto.findMany({
    where: {
      removedAt: null,
      ...('orderId' in whose ? { sellerOrder: { orderId: whose.orderId } } : whose),
    },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
    take: 200,
    select: {
      id: true,
      sellerOrderId: true,
      addedAt: true,
      phrase: true,
      words: true,
      media: { select: pictureSelect },
    },
  })
  return rows.map(({ media, addedAt, ...row }) => ({
    ...row,
    day: dayOf(addedAt),
    photo: pictureOf(media, locale, t(`production.phrase_${row.phrase}`)),
  }))
}
