import { paths } from '~/paths'
import { formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import type { DeskProduct } from '../get-desk-seller.server'

/** What a seller has listed; what is on sale leads to the shop. */
export function DeskProducts({ products, productCount }: { products: DeskProduct[]; productCount: number }) {
  const { t } = useTranslator()
  const columns: Column<DeskProduct>[] = [
    {
      key: 'title',
      header: t('household.columnProduct'),
      rowHeader: true,
      cell: (row) => <Title product={row} />,
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
      cell: ({ fromPriceFen }) => (fromPriceFen === null ? null : formatYuan(fromPriceFen)),
    },
  ]
  const caption = t('household.products')
  return (
    <section className="desk-section">
      <h2>{caption}</h2>
      {products.length < productCount ? (
        <p className="quiet">
          {t('household.productsMore', { count: productCount, shown: products.length })}
        </p>
      ) : null}
      {products.length === 0 ? (
        <p className="quiet">{t('household.productsEmpty')}</p>
      ) : (
        <Table caption={caption} captionHidden columns={columns} rows={products} rowKey={({ id }) => id} />
      )}
    </section>
  )
}

function Title({ product: { slug, title, status } }: { product: DeskProduct }) {
  const { t, href } = useTranslator()
  if (title === '') return <span className="quiet">{t('household.productUntitled')}</span>
  if (status !== 'on_sale') return <span lang="zh-CN">{title}</span>
  return (
    <a className="link" lang="zh-CN" href={href(paths.product({ slug }))}>
      {title}
    </a>
  )
}
