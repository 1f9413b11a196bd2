import type { Day } from '~/platform/calendar'
import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm, Folded } from '~/ui/decide-form'
import { Field, SelectField } from '~/ui/field'
import { type Column, Table } from '~/ui/table'
import type { HouseholdPage, StatusView } from '../get-household.server'
import { dayRange } from './day-range'
import { DayField } from './proof-fields'

type Props = {
  page: Pick<HouseholdPage, 'statuses' | 'statusChoices' | 'today'>
  failure: FormFailure | null
}

/** The household's dated statuses, each in the words of its time, and the form for the next one. */
export function HouseholdStatuses({ page: { statuses, statusChoices, today }, failure }: Props) {
  const { t, locale } = useTranslator()
  const columns: Column<StatusView>[] = [
    {
      key: 'term',
      header: t('household.columnTerm'),
      rowHeader: true,
      cell: ({ nameZh, nameEn }) => (locale === 'en' ? nameEn : nameZh),
    },
    { key: 'from', header: t('household.columnFrom'), cell: (status) => dayRange(t, locale, status) },
    {
      key: 'source',
      header: t('household.columnSource'),
      cell: ({ source, enteredBy }) => (
        <>
          <span lang="zh-CN">{source}</span>
          {enteredBy ? (
            <span className="queue-note">{t('household.enteredBy', { who: enteredBy })}</span>
          ) : null}
        </>
      ),
    },
  ]
  return (
    <section className="desk-section" id="statuses">
      <h2>{t('household.statuses')}</h2>
      {statuses.length === 0 ? (
        <p className="quiet">{t('household.statusesEmpty')}</p>
      ) : (
        <Table
          caption={t('household.statuses')}
          captionHidden
          columns={columns}
          rows={statuses}
          rowKey={({ id }) => id}
        />
      )}
      {statusChoices.length > 0 ? (
        <StatusForm choices={statusChoices} today={today} failure={failure} />
      ) : null}
    </section>
  )
}

type FormProps = { choices: HouseholdPage['statusChoices']; today: Day; failure: FormFailure | null }

/** What the household is from a day on, and the paper that says so. */
function StatusForm({ choices, today, failure }: FormProps) {
  const { t, locale } = useTranslator()
  return (
    <Folded summary={t('household.statusChange')} isOpen={failure !== null}>
      <DecideForm act={t('household.statusAct')} intent="status" className="max-w-md">
        <SelectField
          id="category"
          label={t('household.statusNew')}
          {...fieldOf(failure, 'category')}
          choices={choices.map(({ code, nameZh, nameEn }) => ({
            value: code,
            text: locale === 'en' ? nameEn : nameZh,
          }))}
        />
        <DayField
          id="changedOn"
          name="changedOn"
          label={t('household.statusFrom')}
          today={today}
          failure={failure}
        />
        <Field
          id="source"
          label={t('household.statusSource')}
          hint={t('household.statusSourceHint')}
          {...fieldOf(failure, 'source')}
          maxLength={120}
          required
        />
        <p className="quiet pb-3">{t('household.statusKeeps')}</p>
      </DecideForm>
    </Folded>
  )
}
