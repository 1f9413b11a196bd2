import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { BreakdownTable } from '~/modules/impact/components/breakdown-table'
import { ImpactStrands } from '~/modules/impact/components/impact-strands'
import { findKeptImpact } from '~/modules/impact/find-kept-impact.server'
import { PageProblem } from '~/modules/search/components/page-problem'
import { pageHead } from '~/modules/search/page-head.server'
import { pageMeta } from '~/modules/search/page-meta'
import { findSaleTerms } from '~/modules/settings/find-sale-terms.server'
import { paths } from '~/paths'
import { formatCount, formatDay, formatMoney } from '~/platform/i18n/format'
import { requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { fewest } from '~/platform/small-cells'
import { EmptyState } from '~/ui/empty-state'
import { Figures } from '~/ui/figures'

export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const t = translator(requestLocale(request))
  const [{ impact, breakdown, day }, terms] = await Promise.all([
    findKeptImpact(requestLocale(request)),
    findSaleTerms(),
  ])
  return {
    impact,
    breakdown,
    day,
    percent: (terms.commissionBps ?? 0) / 100,
    head: pageHead(request, {
      title: `${t('shop.impactTitle')} · ${t('common.brand')}`,
      description: t('shop.impactDescription'),
    }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) => pageMeta(data?.head, page)

export default function ImpactPage() {
  const { impact, breakdown, day, percent } = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>{t('shop.impactTitle')}</h1>
      </header>
      {impact.sellers < fewest ? (
        <EmptyState
          title={t('shop.impactEmptyTitle')}
          text={t('shop.impactEmptyText')}
          action={{ text: t('shop.problemAction'), href: href(paths.search()) }}
        />
      ) : (
        <>
          <p className="lead mb-7">
            {t('shop.impactLead', { sales: impact.sales, paid: formatMoney(locale, impact.paidFen) })}
            {impact.addedFen > 0
              ? ` ${t('promotion.impactAdded', { amount: formatMoney(locale, impact.addedFen) })}`
              : ''}
          </p>
          <ImpactStrands impact={impact} />
          <div className="mt-9">
            <Figures
              figures={[
                { label: t('shop.impactSales'), value: formatCount(impact.sales) },
                { label: t('shop.impactPieces'), value: formatCount(impact.pieces) },
                { label: t('shop.impactSellers'), value: formatCount(impact.sellers) },
                ...(breakdown.medianShareBps === null
                  ? []
                  : [
                      {
                        label: t('impact.medianShare'),
                        value: `${breakdown.medianShareBps / 100}%`,
                        note: t('impact.medianNote'),
                      },
                    ]),
              ]}
            />
          </div>
          <BreakdownTable
            title={t('impact.byCraft')}
            column={t('impact.columnCraft')}
            breakdown={breakdown.byCraft}
          />
          <BreakdownTable
            title={t('impact.byCounty')}
            column={t('impact.columnCounty')}
            breakdown={breakdown.byCounty}
          />
          <p className="quiet mt-3">{t('impact.asOf', { day: formatDay(locale, day) })}</p>
        </>
      )}
      <div className="reading">
        <h2>{t('shop.impactHowTitle')}</h2>
        <p>{t('shop.impactHowDone')}</p>
        <p>{t('shop.impactHowLedger')}</p>
        <p>{t('shop.impactHowCommission', { percent })}</p>
        <p>{t('shop.impactHowWho')}</p>
      </div>
    </div>
  )
}

export function ErrorBoundary() {
  return <PageProblem />
}
