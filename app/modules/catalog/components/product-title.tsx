import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { WholeWords } from '~/ui/whole-words'
import type { ProductPageView } from '../product-page-view'

/** Number, name, and whose work it is. */
export function ProductTitle({ product }: { product: ProductPageView }) {
  const { t, href } = useTranslator()
  const { seller } = product
  return (
    <>
      <p className="serial">
        <span className="mr-4">{t('shop.serial', { serial: product.serial })}</span>
        <a className="link" href={href(paths.verify({ serial: product.serial }))}>
          {t('shop.verifyLink')}
        </a>
      </p>
      <h1 lang={product.textLang ?? undefined}>
        <WholeWords text={product.title} />
      </h1>
      <p>
        <a className="link" href={href(paths.maker({ slug: seller.slug }))}>
          {seller.name}
        </a>
        {t('shop.madeBy', { county: seller.county })}
      </p>
    </>
  )
}
