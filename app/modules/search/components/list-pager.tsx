import { useTranslator } from '~/platform/i18n/use-translator'
import { Pager } from '~/ui/pager'

type ListPagerProps = {
  /** its number to the reader; null where her address does not say */
  page: number | null
  /** how many there are, where that is known */
  pages?: number | null
  /** read aloud: what is paged through */
  label?: string
  /** addresses; null where there is no such page */
  first: string
  previous: string | null
  next: string | null
}

/** Through the pages of a list. How many there are is said where it fits the page that is looked at: pieces come and go while somebody turns pages. */
export function ListPager({ page, pages = null, label, first, previous, next }: ListPagerProps) {
  const { t } = useTranslator()
  const step = (text: string, href: string | null) => (href === null ? null : { text, href })
  const fits = page !== null && pages !== null && (next === null ? page === pages : page < pages)
  const place = fits ? t('shop.pageOf', { page, pages }) : t('shop.pageNumber', { page: page ?? '' })
  return (
    <Pager
      label={label ?? t('shop.pagerLabel')}
      place={page === null ? null : place}
      first={step(t('shop.firstPage'), page === 1 || page === 2 ? null : first)}
      previous={step(t('shop.previousPage'), previous)}
      next={step(t('shop.nextPage'), next)}
    />
  )
}
