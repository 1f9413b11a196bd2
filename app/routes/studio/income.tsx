import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findStanding } from '~/modules/auth/find-actor.server'
import { requireActor } from '~/modules/auth/require-actor.server'
import { IncomeSale } from '~/modules/ledger/components/income-sale'
import { findSellerIncome } from '~/modules/ledger/find-seller-income.server'
import { findSellerMoney } from '~/modules/ledger/find-seller-money.server'
import { ComingPayoutLines } from '~/modules/payouts/components/coming-payout'
import { OwnPayouts } from '~/modules/payouts/components/own-payouts'
import { findComingPayouts } from '~/modules/payouts/find-coming-payouts.server'
import { findOwnPayouts } from '~/modules/payouts/find-own-payouts.server'
import { paths } from '~/paths'
import { formatDay, formatMoney, formatMonth } from '~/platform/i18n/format'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { EmptyState } from '~/ui/empty-state'
import { Price } from '~/ui/price'

export const handle = { hydrate: true }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'income:read')
  const [money, sales, coming, payouts, { isShared }] = await Promise.all([
    findSellerMoney({ actor }),
    findSellerIncome({ actor, locale: requestLocale(request) }),
    findComingPayouts({ actor }),
    findOwnPayouts({ actor }),
    findStanding(request, 'income:read'),
  ])
  return { money, sales, coming, payouts, isShared }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('order.incomeTitle'))

export default function StudioIncome() {
  const { money, sales, coming, payouts, isShared } = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  return (
    <>
      <h1 className="studio-heading">{t('order.incomeTitle')}</h1>
      <section className="purse">
        <p className="purse-who">{t('order.incomeMonth', { month: formatMonth(locale, money.month) })}</p>
        <p className="purse-sum">
          <Price fen={money.earnedThisMonthFen} locale={locale} variant="exact" />
        </p>
      </section>
      <section className="earning">
        <dl className="earning-lines earning-list">
          <div>
            <dt>
              {t('order.incomeHeld')}
              {money.heldUntil ? (
                <span className="queue-note">
                  {t('order.incomeHeldFrom', { day: formatDay(locale, money.heldUntil) })}
                </span>
              ) : null}
            </dt>
            <dd>{formatMoney(locale, money.heldFen)}</dd>
          </div>
          <div>
            <dt>
              {t('order.incomePayable')}
              <ComingPayoutLines coming={coming} />
            </dt>
            <dd>{formatMoney(locale, money.payableFen)}</dd>
          </div>
          <div>
            <dt>{t('order.incomeTransit')}</dt>
            <dd>{formatMoney(locale, money.inTransitFen)}</dd>
          </div>
          <div>
            <dt>{t('order.incomePaid')}</dt>
            <dd>{formatMoney(locale, money.paidFen)}</dd>
          </div>
          {money.debtFen > 0 ? (
            <div>
              <dt>
                {t('order.incomeDebt')}
                <span className="queue-note">{t('order.incomeDebtHint')}</span>
              </dt>
              <dd>{formatMoney(locale, money.debtFen)}</dd>
            </div>
          ) : null}
        </dl>
      </section>
      {isShared ? null : (
        <p className="studio-ways">
          <a className="link" href={href(paths.studioStatements())}>
            {t('statement.title')}
          </a>
          <a className="link" href={href(paths.studioPromotions())}>
            {t('promotion.ownTitle')}
          </a>
          <a className="link" href={href(paths.studioSettings())}>
            {t('card.title')}
          </a>
        </p>
      )}
      <OwnPayouts payouts={payouts} thisYear={money.month.slice(0, 4)} />
      <section className="studio-section">
        <h2>{t('order.incomeSales')}</h2>
        {sales.length === 0 ? (
          <EmptyState title={t('order.incomeEmpty')} text={t('order.incomeEmptyText')} headingLevel={3} />
        ) : (
          sales.map((sale) => <IncomeSale key={sale.sellerOrderId} sale={sale} />)
        )}
      </section>
    </>
  )
}
