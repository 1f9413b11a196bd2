import type { WorkQueue } from '~/generated/prisma/enums'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/field'
import type { Colleague } from '../find-colleagues.server'
import type { GivenResult } from '../give-many.server'

/** The form behind the ticks of a queue that has none of its own: it stands once on the page. */
export const giveManyForm = 'give-many'

type GiveManyProps = {
  colleagues: readonly Colleague[]
  failure: FormFailure | null
  /** the id of the queue's own form, when this stands outside of it */
  form?: string
}

/** Whom all that is ticked goes to, in the form that reads the ticks; nothing where there is nobody. */
export function GiveManyFields({ colleagues, failure, form }: GiveManyProps) {
  const { t } = useTranslator()
  if (colleagues.length === 0) return null
  const own = failure?.intent === 'give-many' ? failure : null
  const id = `to-${form ?? 'many'}`
  return (
    <div className="claim-give">
      <SelectField
        id={id}
        name="to"
        form={form}
        className="give-to"
        label={t('claims.giveManyLabel')}
        error={own?.errors.to ?? own?.errors.picks}
        choices={colleagues.map(({ userId, name }) => ({ value: userId, text: name }))}
      />
      <Button form={form} name="intent" value="give-many" formNoValidate>
        {t('claims.giveMany')}
      </Button>
    </div>
  )
}

/** The same as a form of its own. `id` and `queue` where two queues stand on one page. */
export function GiveManyBox({
  id = giveManyForm,
  queue,
  ...fields
}: Omit<GiveManyProps, 'form'> & { id?: string; queue?: WorkQueue }) {
  if (fields.colleagues.length === 0) return null
  return (
    <>
      <form id={id} method="post">
        {queue ? <input type="hidden" name="queue" value={queue} /> : null}
      </form>
      <div className="queue-bulk">
        <GiveManyFields {...fields} form={id} />
      </div>
    </>
  )
}

/** How many were given, and which were not. `titles`: what each piece on the page is called, by its id. */
export function GivenResults({
  given,
  titles,
}: {
  given: readonly GivenResult[]
  titles: Readonly<Record<string, string>>
}) {
  const { t } = useTranslator()
  const refused = given.filter(({ isDone }) => !isDone)
  return (
    <Banner tone={refused.length === 0 ? 'done' : 'wait'} role="status" className="mb-4">
      <p>
        <b>{t('claims.givenMany', { count: given.length - refused.length })}</b>
      </p>
      {refused.length > 0 ? (
        <ul>
          {refused.map(({ subjectId, text }) => (
            <li key={subjectId}>
              <b>{titles[subjectId] ?? t('claims.piece')}</b> {text}
            </li>
          ))}
        </ul>
      ) : null}
    </Banner>
  )
}
