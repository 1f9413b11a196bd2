import { ClaimCell } from '~/modules/claims/components/claim-cell'
import { isFree, WorkTick } from '~/modules/claims/components/work-tick'
import type { Work } from '~/modules/claims/find-work.server'
import { paths } from '~/paths'
import { formatDay, formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Folded } from '~/ui/decide-form'
import { FieldError, TextareaField } from '~/ui/field'
import { type Column, Table } from '~/ui/table'
import { Unbroken } from '~/ui/unbroken'
import type { LeaveOutAnswer } from '../answer-leave-out.server'
import type { FlagRow } from '../find-flags.server'
import type { FlagSign } from '../schema'
import { leaveOutForm } from './leave-out'

/** What was wrong with a reason, and what was typed. */
export type FlagFailure = { sellerOrderId: string; error: string; typed: string }

const signText = {
  account: 'flags.sign_account',
  phone: 'flags.sign_phone',
  household: 'flags.sign_household',
  address: 'flags.sign_address',
  device: 'flags.sign_device',
  staff: 'flags.sign_staff',
} as const satisfies Record<FlagSign, string>

/** Flagged sales, each with its signs and the way to decide, or with what was decided. */
export function DeskFlags({
  caption,
  rows,
  work,
  many,
  failure,
}: {
  caption: string
  rows: FlagRow[]
  /** who is on each; null where nothing waits */
  work: Work | null
  /** what became of those that were ticked before */
  many: LeaveOutAnswer | null
  failure: FlagFailure | null
}) {
  const { t, locale, href } = useTranslator()
  const ticked = new Set(many?.ticked)
  const refused = new Map(
    many?.results.flatMap(({ sellerOrderId, isDone, text }) =>
      isDone ? [] : [[sellerOrderId, text] as const],
    ),
  )
  const columns: Column<FlagRow>[] = [
    {
      key: 'sale',
      header: t('flags.columnSale'),
      rowHeader: true,
      cell: ({ sellerOrderId, orderNumber, raisedOn }) => (
        <>
          {work && isFree(work.claims[sellerOrderId]) ? (
            <WorkTick
              form={leaveOutForm}
              value={`${sellerOrderId}:${orderNumber}`}
              label={t('flags.tick', { number: orderNumber })}
              isTicked={ticked.has(sellerOrderId)}
              describedBy={refused.has(sellerOrderId) ? `why-${sellerOrderId}` : undefined}
            />
          ) : null}
          <a className="link num" href={href(paths.deskSalesPart({ sellerOrderId }))}>
            <Unbroken text={orderNumber} />
          </a>
          <span className="queue-note num">{formatDay(locale, raisedOn)}</span>
          {refused.has(sellerOrderId) ? (
            <FieldError id={`why-${sellerOrderId}`}>{refused.get(sellerOrderId)}</FieldError>
          ) : null}
        </>
      ),
    },
    { key: 'seller', header: t('flags.columnSeller'), cell: ({ seller }) => seller },
    {
      key: 'signs',
      header: t('flags.columnSigns'),
      cell: ({ signs }) => signs.map((sign) => t(signText[sign])).join(t('flags.between')),
    },
    {
      key: 'goods',
      header: t('flags.columnGoods'),
      numeric: true,
      cell: ({ goodsFen }) => formatMoney(locale, goodsFen),
    },
    {
      key: 'act',
      header: t('flags.columnAct'),
      cell: (row) =>
        row.decision === null ? (
          <>
            {work ? <ClaimCell subjectId={row.sellerOrderId} title={row.orderNumber} work={work} /> : null}
            <DecideBox
              sellerOrderId={row.sellerOrderId}
              failure={failure?.sellerOrderId === row.sellerOrderId ? failure : null}
            />
          </>
        ) : (
          <>
            <b>{t(row.decision === 'counted' ? 'flags.isCounted' : 'flags.isLeftOut')}</b>
            <span className="queue-note">{row.reason}</span>
            <span className="queue-note">
              {t('flags.decidedBy', {
                who: row.decidedBy ?? t('desk.nameless'),
                day: row.decidedOn === null ? '' : formatDay(locale, row.decidedOn),
              })}
            </span>
          </>
        ),
    },
  ]
  return (
    <Table
      caption={caption}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ sellerOrderId }) => sellerOrderId}
      stacks
    />
  )
}

function DecideBox({ sellerOrderId, failure }: { sellerOrderId: string; failure: FlagFailure | null }) {
  const { t } = useTranslator()
  return (
    <Folded summary={t('flags.decide')} isOpen={failure !== null}>
      <form method="post" className="decide" noValidate>
        <input type="hidden" name="sellerOrderId" value={sellerOrderId} />
        <TextareaField
          id={`reason-${sellerOrderId}`}
          name="reason"
          label={t('flags.reasonLabel')}
          hint={t('flags.reasonHint')}
          defaultValue={failure?.typed}
          error={failure?.error}
          maxLength={200}
          required
        />
        <div className="decide-acts">
          <Button kind="line" name="decision" value="counted">
            {t('flags.count')}
          </Button>
          <Button kind="line" name="decision" value="left_out">
            {t('flags.leaveOut')}
          </Button>
        </div>
      </form>
    </Folded>
  )
}
