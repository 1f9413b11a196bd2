import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'

/** Confirms that a piece went into the basket. Nothing when none did. */
export function AddedBanner({ count }: { count: number }) {
  const { t, href } = useTranslator()
  if (count === 0) return null
  return (
    <Banner tone="done" role="status" className="mt-4">
      <p>
        {t('shop.added', { count }) + t('common.gap')}
        <a className="link" href={href(paths.cart())}>
          {t('shop.seeBasket')}
        </a>
      </p>
    </Banner>
  )
}
