import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'

/** The way out of a code that lies with the basket, '' for none, whether it takes something off or not. */
export function CodeOff({ code }: { code: string }) {
  const { t, href } = useTranslator()
  if (code === '') return null
  return (
    <form method="post" action={href(paths.cart())} className="sum-row">
      <span>{t('promotion.used', { code })}</span>
      <input type="hidden" name="promoCode" value="" />
      <Button kind="text" className="min-w-11" name="intent" value="code">
        {t('promotion.takeOff')}
      </Button>
    </form>
  )
}
