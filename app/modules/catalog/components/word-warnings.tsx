import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { stepOf } from '../find-faults'
import { fieldTitle } from '../listing-texts'
import { findWordFindings } from '../pre-checks'
import type { ListingDraft } from '../schema'
import { faultHref } from '../step-paths'

/** What of her words the coordinator is likely to ask about, each with the way to its field. It stops nothing. */
export function WordWarnings({ productId, content }: { productId: string; content: ListingDraft }) {
  const { t, href } = useTranslator()
  const findings = findWordFindings(content)
  if (findings.length === 0) return null
  return (
    <Banner tone="wait">
      <p>
        <b>{t('prechecks.studioTitle')}</b>
      </p>
      <ul className="banner-faults">
        {findings.map((finding) => (
          <li key={`${finding.kind}-${finding.field}`}>
            <a
              className="link"
              href={href(faultHref({ step: stepOf(finding.field), field: finding.field }, productId))}
            >
              {finding.kind === 'contact'
                ? t('prechecks.studioContact', { field: t(fieldTitle[finding.field]) })
                : t('prechecks.studioSuperlative', {
                    field: t(fieldTitle[finding.field]),
                    words: finding.words.join(t('prechecks.wordJoin')),
                  })}
            </a>
          </li>
        ))}
      </ul>
      <p>{t('prechecks.studioLead')}</p>
    </Banner>
  )
}
