import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm } from '~/ui/decide-form'
import { Field, SelectField, TextareaField } from '~/ui/field'
import type { DeskReport } from '../get-report.server'
import type { ReportContact } from '../sealed-report.server'

type DeskActsProps = { report: DeskReport; contact: ReportContact | null; failure: FormFailure | null }

/** What the desk does: see who it is, answer, hold the piece, close. */
export function DeskActs({ report, contact, failure }: DeskActsProps) {
  const { t } = useTranslator()
  const isOpen = report.outcome === null
  return (
    <>
      {contact ? (
        <p className="decide" role="status">
          {contact.name ? `${contact.name} · ` : ''}
          <span className="num">{contact.contact}</span>
        </p>
      ) : (
        <DecideForm title={t('reports.who')} act={t('reports.openContact')} intent="contact">
          <p className="quiet">{t('reports.openContactNote')}</p>
        </DecideForm>
      )}
      {isOpen && report.piece && !report.isHeld ? (
        <DecideForm title={t('reports.holdTitle')} act={t('reports.hold')} intent="hold">
          <p className="quiet">{t('reports.holdNote')}</p>
        </DecideForm>
      ) : null}
      {isOpen ? <AnswerForm report={report} failure={failure?.intent === 'answer' ? failure : null} /> : null}
      {isOpen ? <CloseForm report={report} failure={failure?.intent === 'close' ? failure : null} /> : null}
    </>
  )
}

type FormProps = { report: DeskReport; failure: FormFailure | null }

function AnswerForm({ report, failure }: FormProps) {
  const { t } = useTranslator()
  return (
    <DecideForm title={t('reports.answerTitle')} act={t('reports.answerAct')} intent="answer">
      <TextareaField
        id="interim"
        label={t('reports.answerLabel')}
        hint={t('reports.answerHint')}
        {...fieldOf(failure, 'answer', report.answer ?? undefined)}
        maxLength={1000}
        required
      />
    </DecideForm>
  )
}

/** What decides a notice of copying is written to both sides: it does not begin with what was written to one of them. */
function CloseForm({ report, failure }: FormProps) {
  const { t } = useTranslator()
  const isForBoth = report.kind === 'copied_design'
  return (
    <DecideForm title={t('reports.closeTitle')} act={t('reports.closeAct')} intent="close" kind="seal">
      <SelectField
        id="outcome"
        label={t('reports.outcome')}
        {...fieldOf(failure, 'outcome', 'upheld')}
        choices={[
          { value: 'upheld', text: t('reports.outcomeShort_upheld') },
          { value: 'dismissed', text: t('reports.outcomeShort_dismissed') },
        ]}
      />
      <TextareaField
        id="last"
        label={t(isForBoth ? 'reports.lastLabel' : 'reports.answerLabel')}
        hint={isForBoth ? t('reports.lastHint') : undefined}
        {...fieldOf(failure, 'answer', isForBoth ? undefined : (report.answer ?? undefined))}
        maxLength={1000}
        required
      />
      <Field
        id="reason"
        label={t('reports.reason')}
        hint={t('reports.reasonHint')}
        {...fieldOf(failure, 'reason')}
        maxLength={300}
        required
      />
    </DecideForm>
  )
}
