import type { ReactNode } from 'react'
import type { MessageKey } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Photo, type PhotoData } from '~/ui/photo'
import type { ProductPageView, ShotName } from '../product-page-view'
import { ZoomDialog } from './zoom-dialog'

const shotTexts: Record<Exclude<ShotName, null>, MessageKey> = {
  whole: 'shop.shotWhole',
  detail: 'shop.shotDetail',
  back: 'shop.shotBack',
  scale: 'shop.shotScale',
  hanging: 'shop.shotHanging',
  making: 'shop.shotMaking',
  in_use: 'shop.shotInUse',
}

/** The photographs: a strip with a peek on a phone, plates on a desk. Each says what it shows, and leads to itself in large. */
export function ProductShots({ pictures }: { pictures: ProductPageView['pictures'] }) {
  const { t } = useTranslator()
  const count = pictures.length
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a strip that scrolls is no fieldset */}
      <div className="shots" role="group" aria-label={t('shop.photosLabel', { count })}>
        {pictures.map(({ photo, blurred, shot }, at) => {
          const index = at + 1
          return (
            <figure key={photo.jpeg[0]?.src ?? index} className="shot">
              <Large photo={photo}>
                <Photo photo={photo} sizes={plateSizes(at, count)} eager={at === 0} blurred={blurred} />
              </Large>
              <figcaption>
                {shot === null
                  ? t('shop.shotNumber', { index, count })
                  : t('shop.shotCaption', { index, count, name: t(shotTexts[shot]) })}
              </figcaption>
            </figure>
          )
        })}
      </div>
      <ZoomDialog count={count} />
    </>
  )
}

/** How wide the plates hang, as styles/shop/product.css does: on a phone all alike, on a desk by their place. */
function plateSizes(at: number, count: number): string {
  const isWhole = at === 0 || (at === count - 1 && [1, 3, 5].includes(at))
  if (isWhole) return '(min-width: 67.5em) 58vw, (min-width: 45em) 50vw, 88vw'
  if (at === 3) return '(min-width: 67.5em) 39vw, (min-width: 45em) 34vw, 88vw'
  if (at === 4) return '(min-width: 67.5em) 19vw, (min-width: 45em) 17vw, 88vw'
  return '(min-width: 67.5em) 29vw, (min-width: 45em) 25vw, 88vw'
}

/** Leads to the largest file of a photograph. */
function Large({ photo, children }: { photo: PhotoData; children: ReactNode }) {
  const { t } = useTranslator()
  const [largest, lighter] = [photo.jpeg.at(-1), photo.webp.at(-1)]
  if (!largest || !lighter) return children
  return (
    <a className="shot-open" href={largest.src} title={t('shop.zoomOpen')} data-webp={lighter.src}>
      {children}
    </a>
  )
}
