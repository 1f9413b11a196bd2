import { GiveManyFields } from '~/modules/claims/components/give-many'
import type { Colleague } from '~/modules/claims/find-colleagues.server'
import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import type { LeftOutResult } from '../leave-out-many.server'

/** The form behind the ticks of the lines: it stands once on the page. */
export const leaveOutForm = 'leave-out'

/** One reason for all that are ticked, or one colleague. */
export function LeaveOutBox({
  colleagues,
  failure,
}: {
  colleagues: readonly Colleague[]
  failure: FormFailure | null
}) {
  const { t } = useTranslator()
  return (
    <form id={leaveOutForm} method="post" className="decide" noValidate>
      <h2>{t('flags.bulkTitle')}</h2>
      <p className="quiet">{t('flags.bulkHint')}</p>
      <Field
        id="bulkReason"
        label={t('flags.reasonLabel')}
        {...fieldOf(failure, 'bulkReason')}
        maxLength={200}
        required
      />
      <div className="decide-acts">
        <Button kind="line" name="intent" value="leave-out">
          {t('flags.bulkAct')}
        </Button>
      </div>
      <GiveManyFields colleagues={colleagues} failure={failure} />
    </form>
  )
}

/** What became of each. */
export function LeftOutResults({ results }: { results: readonly LeftOutResult[] }) {
  const { t } = useTranslator()
  return (
    <Banner tone={results.every(({ isDone }) => isDone) ? 'done' : 'wait'} role="status" className="mb-4">
      <p>
        <b>{t('flags.bulkDone', { count: results.length })}</b>
      </p>
      <ul>
        {results.map(({ sellerOrderId, orderNumber, text }) => (
          <li key={sellerOrderId}>
            <b className="num nowrap">{orderNumber}</b> {text}
          </li>
        ))}
      </ul>
    </Banner>
  )
}
