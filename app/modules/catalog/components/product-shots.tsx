import type { MessageKey } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Photo } from '~/ui/photo'
import type { ProductPageView, ShotName } from '../product-page-view'

const shotTexts: Record<Exclude<ShotName, null>, MessageKey> = {
  whole: 'shop.shotWhole',
  detail: 'shop.shotDetail',
  back: 'shop.shotBack',
  scale: 'shop.shotScale',
  hanging: 'shop.shotHanging',
  making: 'shop.shotMaking',
  in_use: 'shop.shotInUse',
}

/** The photographs: a strip with a peek on a phone, plates on a desk. Each says what it shows. */
export function ProductShots({ pictures }: { pictures: ProductPageView['pictures'] }) {
  const { t } = useTranslator()
  const count = pictures.length
  return (
    // biome-ignore lint/a11y/useSemanticElements: a strip that scrolls is no fieldset
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a strip that scrolls must be reached from the keyboard
    <div className="shots" tabIndex={0} role="group" aria-label={t('shop.photosLabel', { count })}>
      {pictures.map(({ photo, shot }, at) => {
        const index = at + 1
        return (
          <figure key={photo.jpeg[0]?.src ?? index} className="shot">
            <Photo
              photo={photo}
              sizes={
                at === 0
                  ? '(min-width: 67.5em) 58vw, (min-width: 45em) 50vw, 88vw'
                  : '(min-width: 45em) 30vw, 88vw'
              }
              eager={at === 0}
            />
            <figcaption>
              {shot === null
                ? t('shop.shotNumber', { index, count })
                : t('shop.shotCaption', { index, count, name: t(shotTexts[shot]) })}
            </figcaption>
          </figure>
        )
      })}
    </div>
  )
}
