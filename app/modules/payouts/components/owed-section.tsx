import { dayOf } from '~/platform/calendar'
import { formatDay, formatMoney, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { type Column, Table } from '~/ui/table'
import type { Owed, OwedRow } from '../find-owed.server'
import { Card, SellerName } from './seller-name'

/** Who would be in a batch prepared now, who would not and why; and the button. */
export function OwedSection({ owed }: { owed: Owed }) {
  const { t, locale } = useTranslator()
  return (
    <div id="owed">
      <section className="desk-section">
        <h2>{t('payout.next')}</h2>
        {owed.readyCount === 0 ? (
          <p className="quiet">
            {t('payout.nobodyYet')} {t('payout.nobodyYetText')}
          </p>
        ) : (
          <>
            <p className="quiet">{t('payout.nextText')}</p>
            <form method="post" className="desk-acts">
              <Button kind="seal">
                {t('payout.prepareCount', {
                  count: owed.readyCount,
                  sum: formatMoney(locale, owed.readyFen),
                })}
              </Button>
            </form>
            <ReadyTable owed={owed} />
          </>
        )}
      </section>
      {owed.waitingCount > 0 ? <WaitingTable owed={owed} /> : null}
    </div>
  )
}

function ReadyTable({ owed }: { owed: Owed }) {
  const { t } = useTranslator()
  const columns: Column<OwedRow>[] = [
    { key: 'seller', header: t('payout.columnSeller'), rowHeader: true, cell: sellerOf },
    { key: 'card', header: t('payout.columnCard'), cell: cardOf },
    {
      key: 'owed',
      header: t('payout.columnOwed'),
      numeric: true,
      cell: (row) => formatYuan(row.amountFen),
    },
  ]
  return (
    <Table
      caption={t('payout.next')}
      captionHidden
      columns={columns}
      rows={owed.ready}
      rowKey={(row) => row.sellerId}
      sum={[t('payout.sum'), null, formatYuan(owed.readyFen)]}
    />
  )
}

function WaitingTable({ owed }: { owed: Owed }) {
  const { t, locale } = useTranslator()
  const whyOf = ({ why, usableFrom }: OwedRow) => {
    const day = usableFrom ? formatDay(locale, dayOf(new Date(usableFrom))) : ''
    return why ? t(`payout.why_${why}`, { day }) : null
  }
  const columns: Column<OwedRow>[] = [
    { key: 'seller', header: t('payout.columnSeller'), rowHeader: true, cell: sellerOf },
    { key: 'why', header: t('payout.columnWhy'), cell: whyOf },
    { key: 'card', header: t('payout.columnCard'), wideOnly: true, cell: cardOf },
    { key: 'owed', header: t('payout.columnOwed'), numeric: true, cell: (row) => formatYuan(row.amountFen) },
  ]
  return (
    <section className="desk-section">
      <h2>{t('payout.waiting')}</h2>
      <p className="quiet">{t('payout.waitingText')}</p>
      <Table
        caption={t('payout.waiting')}
        captionHidden
        columns={columns}
        rows={owed.waiting}
        rowKey={(row) => row.sellerId}
        sum={[t('payout.sum'), null, null, formatYuan(owed.waitingFen)]}
      />
    </section>
  )
}

function cardOf({ bankName, last4 }: OwedRow) {
  return bankName && last4 ? <Card bankName={bankName} last4={last4} /> : <NoCard />
}

function NoCard() {
  const { t } = useTranslator()
  return <span className="quiet">{t('payout.noCard')}</span>
}

function sellerOf(row: OwedRow) {
  return (
    <>
      <SellerName {...row} />
      {row.lastFailure ? <LastFailure reason={row.lastFailure} /> : null}
    </>
  )
}

function LastFailure({ reason }: { reason: string }) {
  const { t } = useTranslator()
  return <span className="queue-note">{t('payout.attemptAgain', { reason })}</span>
}
