import { paths } from '~/paths'
import type { ContactWord } from '~/platform/contact-words'
import { formatMoney } from '~/platform/i18n/format'
import type { MessageKey } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Photo } from '~/ui/photo'
import { fieldTitle } from '../listing-texts'
import type { AlikeView, FindingView } from '../show-findings.server'

const contactText = {
  number: 'prechecks.contact_number',
  link: 'prechecks.contact_link',
  account: 'prechecks.contact_account',
} as const satisfies Record<ContactWord, MessageKey>

/** What the rules found, beside the piece: sentences, and photographs that look alike side by side. */
export function PreChecks({ findings }: { findings: readonly FindingView[] }) {
  const { t } = useTranslator()
  if (findings.length === 0) return <p className="quiet pb-3">{t('prechecks.clean')}</p>
  const alike = findings.flatMap((finding) => (finding.kind === 'alike' ? [finding] : []))
  return (
    <section className="pb-4" aria-labelledby="pre-checks">
      <Banner tone="wait">
        <h2 id="pre-checks" className="banner-title">
          {t('prechecks.title')}
        </h2>
        <ul className="banner-faults">
          {findings.map((finding) => (
            <li key={keyOf(finding)}>
              <FindingText finding={finding} />
            </li>
          ))}
        </ul>
        <p className="quiet">{t('prechecks.lead')}</p>
      </Banner>
      {alike.map((one) => (
        <Pair key={one.mediaId} alike={one} />
      ))}
    </section>
  )
}

function keyOf(finding: FindingView): string {
  if (finding.kind === 'price') return 'price'
  return finding.kind === 'alike' ? finding.mediaId : `${finding.kind}-${finding.field}`
}

function FindingText({ finding }: { finding: FindingView }) {
  const { t, locale } = useTranslator()
  switch (finding.kind) {
    case 'price':
      return t(finding.isAbove ? 'prechecks.priceAbove' : 'prechecks.priceBelow', {
        price: formatMoney(locale, finding.priceFen),
        usual: formatMoney(locale, finding.usualFen),
        pieces: finding.pieces,
      })
    case 'contact':
      return t(contactText[finding.what], { field: t(fieldTitle[finding.field]) })
    case 'superlative':
      return t('prechecks.superlative', {
        field: t(fieldTitle[finding.field]),
        words: finding.words.join(t('prechecks.wordJoin')),
      })
    case 'alike':
      return t('prechecks.alike', { seller: finding.sellerName, title: finding.title })
  }
}

function Pair({ alike: { hers, other, title, slug } }: { alike: AlikeView }) {
  const { t, href } = useTranslator()
  const sizes = '(min-width: 45em) 15rem, 50vw'
  return (
    <div className="mt-3 grid max-w-[30rem] grid-cols-2 gap-2">
      <figure className="proof">
        <Photo photo={hers} sizes={sizes} />
        <figcaption>{t('prechecks.hers')}</figcaption>
      </figure>
      <figure className="proof">
        <a className="block" href={href(paths.product({ slug }))}>
          <Photo photo={other} sizes={sizes} />
        </a>
        <figcaption>{t('prechecks.other', { title })}</figcaption>
      </figure>
    </div>
  )
}
