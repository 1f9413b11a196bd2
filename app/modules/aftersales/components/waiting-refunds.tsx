import { ClaimCell } from '~/modules/claims/components/claim-cell'
import { giveManyForm } from '~/modules/claims/components/give-many'
import { isFree, WorkTick } from '~/modules/claims/components/work-tick'
import type { Work } from '~/modules/claims/find-work.server'
import { paths } from '~/paths'
import type { FormFailure } from '~/platform/form.server'
import { formatCount, formatYuan } from '~/platform/i18n/format'
import type { MessageKey } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { type Column, Table } from '~/ui/table'
import { Unbroken } from '~/ui/unbroken'
import type { WaitingRefund } from '../find-waiting-refunds.server'
import { SentForm } from './sent-form'

/** Whom to call about a refund: shown once, after it was asked for. */
export type ShownContact = { refundId: string; name: string | null; phone: string }

type ByBankProps = {
  rows: WaitingRefund[]
  today: string
  contact: ShownContact | null
  failure: FormFailure | null
  work: Work
}

/** To be sent by hand from the bank: to which account, and the place to say that it was done. */
export function RefundsByBank({ rows, today, contact, failure, work }: ByBankProps) {
  const { t } = useTranslator()
  const act: Column<WaitingRefund> = {
    key: 'act',
    header: t('aftersales.columnSent'),
    cell: (row) => (
      <>
        <ClaimCell
          subjectId={row.id}
          title={t('aftersales.refundOrder', { number: row.orderNumber })}
          work={work}
        />
        {row.isBankTransfer ? (
          <p className="quiet">{t('aftersales.toPayingAccount')}</p>
        ) : contact?.refundId === row.id ? (
          <p role="status">
            {contact.name === null
              ? t('aftersales.contactBuyer', { phone: contact.phone })
              : t('aftersales.contact', { name: contact.name, phone: contact.phone })}
          </p>
        ) : (
          <form method="post">
            <input type="hidden" name="refundId" value={row.id} />
            <Button kind="text" name="intent" value="contact">
              {t('aftersales.askContact')}
            </Button>
          </form>
        )}
        <SentForm refundId={row.id} today={today} failure={failure} />
      </>
    ),
  }
  return <Refunds caption={t('aftersales.byBank')} rows={rows} acts={[act]} work={work} />
}

/** What the provider or the buyer's bank did not take: still owed, and sent by bank instead. */
export function FailedRefunds({ rows, work }: { rows: WaitingRefund[]; work: Work }) {
  const { t } = useTranslator()
  const act: Column<WaitingRefund> = {
    key: 'act',
    header: t('aftersales.columnNext'),
    cell: ({ id, orderNumber }) => (
      <>
        <ClaimCell subjectId={id} title={t('aftersales.refundOrder', { number: orderNumber })} work={work} />
        <form method="post">
          <input type="hidden" name="refundId" value={id} />
          <Button kind="line" name="intent" value="resend">
            {t('aftersales.deskResend')}
          </Button>
        </form>
      </>
    ),
  }
  return <Refunds caption={t('aftersales.failed')} rows={rows} acts={[act]} work={work} />
}

/** What the provider has not finished: nothing to do but to see how long it takes. */
export function PendingRefunds({ rows }: { rows: WaitingRefund[] }) {
  const { t } = useTranslator()
  return <Refunds caption={t('aftersales.pending')} rows={rows} acts={[]} work={null} />
}

type RefundsProps = {
  caption: string
  rows: WaitingRefund[]
  acts: Column<WaitingRefund>[]
  work: Work | null
}

function Refunds({ caption, rows, acts, work }: RefundsProps) {
  const columns = useColumns(work)
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[...columns, ...acts]}
      rows={rows}
      rowKey={({ id }) => id}
      stacks
    />
  )
}

/** Why money goes back, as finance reads it; any other reason is one that finance decided. */
export const refundReasons: Readonly<Record<string, MessageKey>> = {
  late_payment: 'aftersales.reason_late_payment',
  duplicate: 'aftersales.reason_duplicate',
  wrong_amount: 'aftersales.reason_wrong_amount',
  buyer_cancelled: 'aftersales.reason_buyer_cancelled',
  cannot_make: 'aftersales.reason_cannot_make',
  not_shipped: 'aftersales.reason_not_shipped',
}

function useColumns(work: Work | null): Column<WaitingRefund>[] {
  const { t, href } = useTranslator()
  return [
    {
      key: 'what',
      header: t('aftersales.columnRefund'),
      rowHeader: true,
      cell: ({ id, orderNumber, sellerOrderId, reason, failureReason, ageDays, state }) => (
        <>
          {work && work.colleagues.length > 0 && isFree(work.claims[id]) ? (
            <WorkTick
              form={giveManyForm}
              value={id}
              label={t('claims.tick', { title: t('aftersales.refundOrder', { number: orderNumber }) })}
            />
          ) : null}
          <span className="queue-title">{t(refundReasons[reason] ?? 'aftersales.reason_goodwill')}</span>
          <span className="queue-note num">
            {sellerOrderId ? (
              <a className="link link-line" href={href(paths.deskOrder({ sellerOrderId }))}>
                <Unbroken text={t('aftersales.refundOrder', { number: orderNumber })} />
              </a>
            ) : (
              <Unbroken text={t('aftersales.refundOrder', { number: orderNumber })} />
            )}{' '}
            ·{' '}
            {ageDays === 0
              ? t('aftersales.ageToday')
              : t('aftersales.ageDays', { count: formatCount(ageDays) })}{' '}
            · {t(`aftersales.deskState_${state}`)}
            {failureReason ? ` · ${failureReason}` : null}
          </span>
        </>
      ),
    },
    {
      key: 'amount',
      header: t('aftersales.columnAmount'),
      numeric: true,
      cell: ({ amountFen }) => <span className="nowrap">{formatYuan(amountFen)}</span>,
    },
  ]
}
