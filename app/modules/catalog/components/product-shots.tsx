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
                <Photo
                  photo={photo}
                  sizes={
                    at === 0
                      ? '(min-width: 67.5em) 58vw, (min-width: 45em) 50vw, 88vw'
                      : '(min-width: 45em) 30vw, 88vw'
                  }
                  eager={at === 0}
                  blurred={blurred}
                />
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
