import type { ReactNode } from 'react'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { HanMarked } from '~/ui/han-marked'
import { Photo } from '~/ui/photo'
import type { ProductionPhotoView } from '../find-production-photos.server'

type ProductionPhotosProps = {
  photos: readonly ProductionPhotoView[]
  /** what can be done with one */
  actsOf?: (photo: ProductionPhotoView) => ReactNode
}

/** Pictures of the making in the order of their days, each with its phrase. Each opens large. */
export function ProductionPhotos({ photos, actsOf }: ProductionPhotosProps) {
  const { t, locale } = useTranslator()
  return (
    <ul className="grid grid-cols-2 gap-4 sm:grid-cols-3">
      {photos.map((one) => (
        <li key={one.id} className="min-w-0">
          <a
            className="block aspect-[4/5]"
            href={one.photo.jpeg.at(-1)?.src}
            target="_blank"
            rel="noreferrer"
          >
            <Photo photo={one.photo} sizes="(min-width: 40em) 14rem, 44vw" />
          </a>
          <p className="mt-2">
            <b>{t(`production.phrase_${one.phrase}`)}</b>
            <br />
            <span className="num quiet">{formatDay(locale, one.day)}</span>
          </p>
          {one.words ? (
            <p className="break-words">
              <HanMarked locale={locale} text={one.words} />
            </p>
          ) : null}
          {actsOf?.(one)}
        </li>
      ))}
    </ul>
  )
}

/** The same on the buyer's page of her order; nothing while there are none. */
export function BuyerProduction({ photos }: { photos: readonly ProductionPhotoView[] }) {
  const { t } = useTranslator()
  if (photos.length === 0) return null
  return (
    <section className="mt-6">
      <h3>{t('production.buyerTitle')}</h3>
      <p className="quiet mb-4">{t('production.buyerText')}</p>
      <ProductionPhotos photos={photos} />
    </section>
  )
}
