import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import type { OpenListing } from '../get-listing.server'
import { fieldTitle } from '../listing-texts'
import { faultHref } from '../step-paths'

type Props = {
  productId: string
  open: OpenListing
  /** that is not all that keeps it from being handed in */
  isBarred: boolean
}

/** What a listing still lacks, each with the way to its field; nothing when it is complete. */
export function LackingList({ productId, open, isBarred }: Props) {
  const { t, href } = useTranslator()
  if (open.faults.length === 0) return null
  return (
    <Banner tone="wait">
      <p>
        <b>{t('studio.faultsTitle', { count: open.faults.length })}</b>
      </p>
      <ul className="banner-faults">
        {open.faults.map((fault) => (
          <li key={fault.field}>
            <a className="link-line" href={href(faultHref(fault, productId))}>
              {t('studio.faultOf', { field: t(fieldTitle[fault.field]), text: fault.text })}
            </a>
          </li>
        ))}
      </ul>
      {isBarred ? null : <p>{t('studio.checkNotYet')}</p>}
    </Banner>
  )
}
