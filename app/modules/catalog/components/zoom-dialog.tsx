import { useTranslator } from '~/platform/i18n/use-translator'
import { Icon } from '~/ui/icon'
import zoomPictures from './zoom-pictures.js?url'

/** Where zoom-pictures.js shows a photograph in large. Without it the dialog stays shut, and each photograph is a link to its largest file. */
export function ZoomDialog({ count }: { count: number }) {
  const { t } = useTranslator()
  return (
    <>
      <dialog className="zoom" id="zoom" aria-label={t('shop.zoomLabel')}>
        <div className="zoom-stage">
          <picture>
            <source type="image/webp" />
            <img alt="" draggable={false} />
          </picture>
        </div>
        <p className="zoom-caption" aria-live="polite" />
        <div className="zoom-acts">
          {count > 1 ? (
            <>
              <button type="button" data-step="-1">
                <Icon name="back" />
                <span>{t('shop.zoomPrevious')}</span>
              </button>
              <button type="button" data-step="1">
                <span>{t('shop.zoomNext')}</span>
                <Icon name="next" />
              </button>
            </>
          ) : null}
          <button type="button" data-closer={t('shop.zoomIn')} data-whole={t('shop.zoomOut')}>
            {t('shop.zoomIn')}
          </button>
          <button type="button" data-close="">
            <Icon name="cross" />
            <span>{t('shop.zoomClose')}</span>
          </button>
        </div>
      </dialog>
      <script type="module" src={zoomPictures} />
    </>
  )
}
