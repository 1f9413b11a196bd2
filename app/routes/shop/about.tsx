import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { findOpeningPiece } from '~/modules/catalog/find-opening-piece.server'
import { PageProblem } from '~/modules/search/components/page-problem'
import { pageHead } from '~/modules/search/page-head.server'
import { pageMeta } from '~/modules/search/page-meta'
import { solarTermOn } from '~/modules/season/solar-term'
import { findSampleData } from '~/modules/sellers/find-sample-data.server'
import { ContactLine } from '~/modules/settings/components/contact-line'
import { findContact } from '~/modules/settings/find-contact.server'
import { findSaleTerms } from '~/modules/settings/find-sale-terms.server'
import { paths } from '~/paths'
import { requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Photo } from '~/ui/photo'
import { WholeWords } from '~/ui/whole-words'

export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const locale = requestLocale(request)
  const t = translator(locale)
  const [isSample, terms, contact] = await Promise.all([findSampleData(), findSaleTerms(), findContact()])
  const piece = await findOpeningPiece(locale, solarTermOn(terms.today).from)
  return {
    isSample,
    contact,
    piece,
    percent: (terms.commissionBps ?? 0) / 100,
    head: pageHead(request, {
      title: `${t('shop.aboutPageTitle')} · ${t('common.brand')}`,
      description: t('shop.aboutDescription'),
    }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) => pageMeta(data?.head, page)

export default function About() {
  const { isSample, contact, piece, percent } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>
          <WholeWords text={t('shop.aboutPageTitle')} />
        </h1>
      </header>
      <div className={piece ? 'reading-beside' : undefined}>
        {piece ? (
          <figure>
            <Photo photo={piece.picture} sizes="(min-width: 67.5em) 48vw, 88vw" eager />
            <figcaption className="tiny quiet mt-2 px-[var(--margin)] lg:px-0">
              <a href={href(paths.product({ slug: piece.slug }))}>
                <span lang={piece.titleLang ?? undefined}>{piece.title}</span>
                {t('shop.openingBy', { seller: piece.sellerName, county: piece.county })}
              </a>
            </figcaption>
          </figure>
        ) : null}
        <div className="reading">
          <p className="lead">{t('shop.aboutLead')}</p>
          <p>{t('shop.aboutOrigin')}</p>
          <h2 id="way">
            <WholeWords text={t('shop.aboutWayTitle')} />
          </h2>
          <ul>
            <li>{t('shop.aboutWay1')}</li>
            <li>{t('shop.aboutWay2')}</li>
            <li>{t('shop.aboutWay3')}</li>
            <li>{t('shop.aboutWay4', { percent })}</li>
          </ul>
          <h2>
            <WholeWords text={t('shop.aboutNotTitle')} />
          </h2>
          <p>{t('shop.aboutNot')}</p>
          {contact ? (
            <>
              <h2>{t('shop.contactTitle')}</h2>
              <ContactLine contact={contact} />
            </>
          ) : null}
          {isSample ? (
            <>
              <h2>
                <WholeWords text={t('shop.aboutSampleTitle')} />
              </h2>
              <p>{t('shop.aboutSample')}</p>
            </>
          ) : null}
        </div>
      </div>
    </div>
  )
}

export function ErrorBoundary() {
  return <PageProblem />
}
