import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { HelpRules } from '~/modules/cart/components/help-rules'
import { PageProblem } from '~/modules/search/components/page-problem'
import { pageHead } from '~/modules/search/page-head.server'
import { pageMeta } from '~/modules/search/page-meta'
import { ContactLine } from '~/modules/settings/components/contact-line'
import { findContact } from '~/modules/settings/find-contact.server'
import { findSaleTerms } from '~/modules/settings/find-sale-terms.server'
import { areTransfersTaken } from '~/modules/settings/find-transfer-account.server'
import { paths } from '~/paths'
import { env } from '~/platform/env.server'
import { requestLocale } from '~/platform/i18n/locale'
import { type MessageKey, translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { toSafeNumber } from '~/platform/money'
import { WholeWords } from '~/ui/whole-words'

const parts: readonly { id: string; title: MessageKey }[] = [
  { id: 'delivery', title: 'shop.deliveryTitle' },
  { id: 'returns', title: 'shop.returnsTitle' },
  { id: 'made-to-order', title: 'shop.madeTitle' },
  { id: 'company', title: 'shop.companyTitle' },
  { id: 'pay', title: 'shop.payTitle' },
  { id: 'verify', title: 'shop.findTitle' },
  { id: 'privacy', title: 'shop.privacyTitle' },
]

const contactPart = { id: 'contact', title: 'shop.contactTitle' } as const

export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const t = translator(requestLocale(request))
  const [{ postage, ...terms }, takesTransfers, contact] = await Promise.all([
    findSaleTerms(),
    areTransfersTaken(),
    findContact(),
  ])
  const freeFrom = postage?.freeFromFen ?? null
  return {
    facts: {
      stockShipDays: terms.stockShipDays,
      usualWayDays: terms.usualWayDays,
      receivedAfterDays: terms.receivedAfterDays,
      returnWindowDays: terms.returnWindowDays,
      payWithinMinutes: terms.payWithinMinutes,
      parcelFen: postage ? toSafeNumber(postage.parcelFen) : null,
      freeFromFen: freeFrom === null ? null : toSafeNumber(freeFrom),
      takesTransfers,
      isDemo: env.APP_MODE === 'demo',
    },
    contact,
    head: pageHead(request, {
      title: `${t('shop.helpTitle')} · ${t('common.brand')}`,
      description: t('shop.helpDescription'),
    }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) => pageMeta(data?.head, page)

export default function Help() {
  const { facts, contact } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>{t('shop.helpTitle')}</h1>
      </header>
      <div className="reading-beside">
        <nav aria-label={t('shop.helpContents')}>
          <ul className="contents-list">
            {[...parts, ...(contact ? [contactPart] : [])].map(({ id, title }) => (
              <li key={id}>
                <a className="link link-line" href={`#${id}`}>
                  {t(title)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="reading">
          <HelpRules facts={facts} />
          <section id="verify">
            <h2>
              <WholeWords text={t('shop.findTitle')} />
            </h2>
            <p>
              {t('shop.findOrder') + t('common.gap')}
              <a className="link" href={href(paths.findOrder())}>
                {t('shop.findOrderLink')}
              </a>
            </p>
            <p>{t('shop.findPiece')}</p>
          </section>
          <section id="privacy">
            <h2>
              <WholeWords text={t('shop.privacyTitle')} />
            </h2>
            <p>{t('shop.privacyBuyer')}</p>
            <p>{t('shop.privacyCookies')}</p>
            <p>{t('shop.privacyMaker')}</p>
          </section>
          {contact ? (
            <section id="contact">
              <h2>{t('shop.contactTitle')}</h2>
              <ContactLine contact={contact} />
            </section>
          ) : null}
        </div>
      </div>
    </div>
  )
}

export function ErrorBoundary() {
  return <PageProblem />
}
