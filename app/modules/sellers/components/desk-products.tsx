import { paths } from '~/paths'
import { formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import type { DeskProduct } from '../get-desk-seller.server'

/** What a seller has listed; what is on sale leads to the shop. */
export function DeskProducts({ products, productCount }: { products: DeskProduct[]; productCount: number }) {
  const { t, locale, href } = useTranslator()
  const columns: Column<DeskProduct>[] = [
    {
      key: 'title',
      header: t('household.columnProduct'),
      rowHeader: true,
      cell: ({ slug, title, status }) =>
        status === 'on_sale' ? (
          <a className="link" lang="zh-CN" href={href(paths.product({ slug }))}>
            {title}
          </a>
        ) : (
          <span lang="zh-CN">{title}</span>
        ),
    },
    {
      key: 'state',
      header: t('household.columnState'),
      cell: ({ status }) => t(`household.product_${status}`),
    },
    {
      key: 'price',
      header: t('household.columnPrice'),
      numeric: true,
      cell: ({ fromPriceFen }) =>
        fromPriceFen === null ? null : formatMoney(locale, fromPriceFen).replace(/^\D+/, ''),
    },
  ]
  return (
    <section className="desk-section">
      <h2>{t('household.products')}</h2>
      {products.length === 0 ? <p className="quiet">{t('household.productsEmpty')}</p> : null}
      {products.length < productCount ? (
        <p className="quiet">
          {t('household.productsMore', { count: productCount, shown: products.length })}
        </p>
      ) : null}
      {products.length > 0 ? (
        <Table
          caption={t('household.products')}
          captionHidden
          columns={columns}
          rows={products}
          rowKey={({ id }) => id}
        />
      ) : null}
    </section>
  )
}
