import { paths } from '~/paths'
import { dayOf } from '~/platform/calendar'
import { formatDay, formatMoney, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { type Column, Table } from '~/ui/table'
import type { Owed, OwedRow } from '../find-owed.server'
import type { Weekday } from '../find-sweep.server'
import { payoutWays } from '../ways'
import { Card, Destination, SellerName } from './seller-name'

/** The day on which all that is ready is paid, and whether it is today. */
type Sweep = { weekday: Weekday; isToday: boolean }

/** Who would be in a batch prepared now, who would not and why; and the button. */
export function OwedSection({ owed, sweep }: { owed: Owed; sweep: Sweep }) {
  const { t, locale } = useTranslator()
  return (
    <div id="owed">
      <section className="desk-section">
        <h2>{t('payout.next')}</h2>
        <SweepLine owed={owed} sweep={sweep} />
        <WayLinks owed={owed} />
        {owed.readyCount === 0 ? (
          <p className="quiet">
            {t('payout.nobodyYet')} {t('payout.nobodyYetText')}
          </p>
        ) : (
          <>
            <p className="quiet">{t('payout.nextText')}</p>
            <form method="post" className="desk-acts">
              <input type="hidden" name="way" value={owed.way} />
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

/** On the week's payout day everything that is ready should go; on other days a batch may still be prepared, for what came back. */
function SweepLine({ owed, sweep }: { owed: Owed; sweep: Sweep }) {
  const { t } = useTranslator()
  const day = t(`payout.weekday_${sweep.weekday}`)
  if (!sweep.isToday || owed.readyCount === 0)
    return <p className="quiet">{t('payout.sweepOther', { day })}</p>
  return (
    <Banner tone="wait" role="status">
      {t('payout.sweepToday', { day, count: owed.readyCount })}
    </Banner>
  )
}

/** How the batch is paid: each way shows who would be in it. */
function WayLinks({ owed }: { owed: Owed }) {
  const { t, href } = useTranslator()
  return (
    <nav className="way-links" aria-label={t('payout.ways')}>
      {payoutWays.map((way) => (
        <a
          key={way}
          className="link"
          href={`${href(paths.deskPayouts())}?way=${way}#owed`}
          aria-current={way === owed.way ? 'true' : undefined}
        >
          {t(`payout.way_${way}`)}
        </a>
      ))}
    </nav>
  )
}

function ReadyTable({ owed }: { owed: Owed }) {
  const { t } = useTranslator()
  const columns: Column<OwedRow>[] = [
    { key: 'seller', header: t('payout.columnSeller'), rowHeader: true, cell: sellerOf },
    { key: 'card', header: t('payout.columnCard'), cell: cardOf },
    { key: 'gets', header: t('payout.columnGets'), numeric: true, cell: (row) => <Gets row={row} /> },
  ]
  return (
    <Table
      caption={t('payout.next')}
      captionHidden
      columns={columns}
      rows={owed.ready}
      rowKey={(row) => row.partyId}
      sum={[t('payout.sum'), null, formatYuan(owed.readyFen)]}
    />
  )
}

/** What she would get, and of which balance, when something is kept back. */
function Gets({ row: { amountFen, nettedFen, balanceFen } }: { row: OwedRow }) {
  const { t } = useTranslator()
  return (
    <>
      {formatYuan(amountFen)}
      {nettedFen > 0 ? (
        <span className="queue-note">
          {t('payout.nettedOf', { balance: formatYuan(balanceFen), netted: formatYuan(nettedFen) })}
        </span>
      ) : null}
    </>
  )
}

function WaitingTable({ owed }: { owed: Owed }) {
  const { t, locale } = useTranslator()
  const whyOf = ({ why, usableFrom }: OwedRow) => {
    const day = usableFrom ? formatDay(locale, dayOf(new Date(usableFrom))) : ''
    const limit = formatMoney(locale, owed.limitFen ?? 0)
    return why ? t(`payout.why_${why}`, { day, limit }) : null
  }
  const columns: Column<OwedRow>[] = [
    { key: 'seller', header: t('payout.columnSeller'), rowHeader: true, cell: sellerOf },
    { key: 'why', header: t('payout.columnWhy'), cell: whyOf },
    { key: 'card', header: t('payout.columnCard'), wideOnly: true, cell: cardOf },
    { key: 'owed', header: t('payout.columnOwed'), numeric: true, cell: (row) => formatYuan(row.balanceFen) },
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
        rowKey={(row) => row.partyId}
        sum={[t('payout.sum'), null, null, formatYuan(owed.waitingFen)]}
      />
    </section>
  )
}

function cardOf({ bankName, last4, isTransfer }: OwedRow) {
  if (isTransfer) return <Destination card={null} />
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
