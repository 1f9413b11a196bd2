import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import type { OpenListing } from '../get-listing.server'
import { fieldTitle } from '../listing-texts'
import { faultHref } from '../step-paths'

/** What a listing still lacks, each with the way to its field; nothing when it may be handed in. */
export function LackingList({ productId, open }: { productId: string; open: OpenListing }) {
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
      <p>{t('studio.checkNotYet')}</p>
    </Banner>
  )
}
