import { useTranslator } from '~/platform/i18n/use-translator'
import { perPage } from '../queue-page'

type QueuePagesProps = {
  /** the queue's page */
  list: string
  page: number
  total: number
  /** what else the address says */
  query?: Record<string, string>
  /** the list's own word in the address, where two stand on one page */
  name?: 'page' | 'further'
}

/** Which rows of how many are shown, and the way to the others; nothing where all of them are there. */
export function QueuePages({ list, page, total, query = {}, name = 'page' }: QueuePagesProps) {
  const { t } = useTranslator()
  if (total <= perPage) return null
  const from = (page - 1) * perPage + 1
  const to = Math.min(total, page * perPage)
  const at = (other: number) => {
    const address = new URLSearchParams({ ...query, ...(other > 1 ? { [name]: String(other) } : {}) })
    return address.size > 0 ? `${list}?${address}` : list
  }
  return (
    <nav className="desk-foot flex flex-wrap gap-6" aria-label={t('claims.pagesLabel')}>
      <span className="num">{t('claims.pagesShown', { from, to, total })}</span>
      {page > 1 ? (
        <a className="link link-line" rel="prev" href={at(page - 1)}>
          {t('claims.pageBack')}
        </a>
      ) : null}
      {to < total ? (
        <a className="link link-line" rel="next" href={at(page + 1)}>
          {t('claims.pageNext')}
        </a>
      ) : null}
    </nav>
  )
}
