import { paths } from '~/paths'
import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { DecideForm } from '~/ui/decide-form'
import { Field, TextareaField } from '~/ui/field'
import { type Column, Table } from '~/ui/table'
import type { ShownRow, ShownText } from '../find-shown.server'
import { ReadParts } from './translation-editor'

/** The texts whose English is shown, by name: from here one with a mistake is taken up again. */
export function ShownTexts({ find, rows }: { find: string; rows: ShownRow[] }) {
  const { t, locale, href } = useTranslator()
  const columns: Column<ShownRow>[] = [
    {
      key: 'title',
      header: t('translation.columnText'),
      rowHeader: true,
      cell: ({ kind, subjectId, title }) => (
        <a className="link link-line" lang="zh-CN" href={href(paths.adminTranslation({ kind, subjectId }))}>
          {title}
        </a>
      ),
    },
    {
      key: 'english',
      header: t('translation.columnEnglish'),
      cell: ({ titleEn }) => <span lang="en">{titleEn}</span>,
    },
    {
      key: 'read',
      header: t('translation.columnRead'),
      wideOnly: true,
      cell: ({ readOn }) => (readOn ? formatDay(locale, readOn, '') : ''),
    },
  ]
  return (
    <section className="desk-section" id="shown">
      <h2>{t('translation.shownTitle')}</h2>
      <p className="quiet">{t('translation.shownLead')}</p>
      <form method="get" action="#shown" className="decide">
        <Field
          id="find"
          name="find"
          label={t('translation.shownFind')}
          defaultValue={find}
          maxLength={60}
          type="search"
        />
        <div className="decide-acts">
          <Button kind="line">{t('translation.shownFindAct')}</Button>
        </div>
      </form>
      {rows.length > 0 ? (
        <Table
          caption={t('translation.shownTitle')}
          captionHidden
          columns={columns}
          rows={rows}
          rowKey={({ subjectId }) => subjectId}
        />
      ) : (
        <p className="quiet">{t('translation.shownNone')}</p>
      )}
    </section>
  )
}

/** What the English page says beside the Chinese, and the form that says what is wrong with it. */
export function ReopenForm({ text, failure }: { text: ShownText; failure: FormFailure | null }) {
  const { t } = useTranslator()
  return (
    <>
      <section className="decide translate">
        <h2>{t('translation.shownNow')}</h2>
        <ReadParts parts={text.parts} />
      </section>
      <DecideForm title={t('translation.reopenTitle')} act={t('translation.reopenAct')} intent="reopen">
        <p className="quiet pb-3">{t('translation.reopenText')}</p>
        <TextareaField
          id="note"
          label={t('translation.note')}
          {...fieldOf(failure, 'note')}
          maxLength={300}
          rows={3}
          required
        />
      </DecideForm>
    </>
  )
}
