import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { formatMonth } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type SalesFilter, salesQuery } from '../schema'

type SalesListProps = {
  /** what the rows are of: its title and sentence */
  of: 'rows' | 'payouts' | 'leftOut'
  found: { filter: SalesFilter; place: string; month: string; rows: readonly unknown[]; next: string | null }
  /** the address of the list, for its next page */
  list: (query: Record<string, string>) => string
  /** where else it leads */
  link?: ReactNode
  /** the table, by the page's title */
  children: (title: string) => ReactNode
}

/** A page of rows behind a figure of the month's sales, with the way back and on. */
export function SalesList({ of, found, list, link, children }: SalesListProps) {
  const { filter, place, month, rows, next } = found
  const { t, locale, href } = useTranslator()
  const title = t(`sales.${of}Title`, { place, month: formatMonth(locale, month) })
  return (
    <>
      <header className="desk-head">
        <h1>{title}</h1>
        <p>{t(`sales.${of}Lead`)}</p>
        <p className="no-print flex flex-wrap gap-x-6">
          <a className="link" href={href(paths.deskSales(salesQuery(filter)))}>
            {t('sales.rowsBack')}
          </a>
          {link}
        </p>
      </header>
      {rows.length === 0 ? <p className="quiet">{t('sales.rowsNone')}</p> : children(title)}
      {next === null ? null : (
        <p className="no-print">
          <a className="link" href={href(list({ ...salesQuery(filter), after: next }))}>
            {t('sales.rowsMore')}
          </a>
        </p>
      )}
    </>
  )
}
