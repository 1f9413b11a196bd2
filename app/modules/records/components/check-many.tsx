import { GiveManyFields } from '~/modules/claims/components/give-many'
import type { Colleague } from '~/modules/claims/find-colleagues.server'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { FieldError } from '~/ui/field'
import type { CheckedResult } from '../check-many-renewals.server'

/** The form behind the ticks of the lines: it stands once on the page. */
export const checkManyForm = 'check-many'

/** One press for all that are ticked: they are right, or a colleague’s to look at. */
export function CheckManyBox({
  colleagues,
  failure,
}: {
  colleagues: readonly Colleague[]
  failure: FormFailure | null
}) {
  const { t } = useTranslator()
  const error = failure?.intent === 'check-many' ? failure.errors.picks : undefined
  return (
    <form id={checkManyForm} method="post" className="queue-bulk" noValidate>
      <Button name="intent" value="check-many" aria-describedby={error ? 'picks-error' : undefined}>
        {t('records.checkMany')}
      </Button>
      <p className="quiet">{t('records.checkManyHint')}</p>
      {error ? <FieldError id="picks-error">{error}</FieldError> : null}
      <GiveManyFields colleagues={colleagues} failure={failure} />
    </form>
  )
}

/** What became of each. */
export function CheckedResults({ results }: { results: readonly CheckedResult[] }) {
  const { t } = useTranslator()
  return (
    <Banner tone={results.every(({ isDone }) => isDone) ? 'done' : 'wait'} role="status" className="mb-4">
      <p>
        <b>{t('records.checkedMany', { count: results.filter(({ isDone }) => isDone).length })}</b>
      </p>
      <ul>
        {results.map(({ renewalId, shop, text }) => (
          <li key={renewalId}>
            <b>{shop}</b> {text}
          </li>
        ))}
      </ul>
    </Banner>
  )
}
