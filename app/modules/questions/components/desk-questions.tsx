import { paths } from '~/paths'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm, Folded } from '~/ui/decide-form'
import { TextareaField } from '~/ui/field'
import { type Column, Table } from '~/ui/table'
import type { DeskQuestion } from '../question-view'

/** What was wrong with a reason, and what was typed. */
export type ReasonFailure = { questionId: string; error: string; typed: string }

/** What makers are asked and answer, each with the way to hide it. */
export function DeskQuestions({ rows, failure }: { rows: DeskQuestion[]; failure: ReasonFailure | null }) {
  const { t, locale, href } = useTranslator()
  const columns: Column<DeskQuestion>[] = [
    {
      key: 'words',
      header: t('question.columnQuestion'),
      rowHeader: true,
      cell: ({ words, answer, askedOn }) => (
        <>
          <b>{words}</b>
          <span className="queue-note">{answer ?? t('question.notAnswered')}</span>
          <span className="queue-note num">{formatDay(locale, askedOn)}</span>
        </>
      ),
    },
    {
      key: 'piece',
      header: t('question.columnPiece'),
      cell: ({ slug, title, sellerName, county }) => (
        <>
          <a className="link" href={`${href(paths.product({ slug }))}#questions`}>
            {title}
          </a>
          <span className="queue-note">{t('shop.by', { seller: sellerName, county })}</span>
        </>
      ),
    },
    {
      key: 'act',
      header: t('question.columnAct'),
      cell: ({ id, hiddenReason }) =>
        hiddenReason === null ? (
          <HideBox id={id} failure={failure?.questionId === id ? failure : null} />
        ) : (
          t('question.isHidden', { reason: hiddenReason })
        ),
    },
  ]
  return (
    <Table caption={t('question.desk')} captionHidden columns={columns} rows={rows} rowKey={({ id }) => id} />
  )
}

function HideBox({ id, failure }: { id: string; failure: ReasonFailure | null }) {
  const { t } = useTranslator()
  return (
    <Folded summary={t('question.hide')} isOpen={failure !== null}>
      <DecideForm hidden={{ questionId: id }} act={t('question.hideAct')}>
        <TextareaField
          id={`reason-${id}`}
          name="reason"
          label={t('question.reasonLabel')}
          hint={t('question.reasonHint')}
          defaultValue={failure?.typed}
          error={failure?.error}
          maxLength={200}
          required
        />
      </DecideForm>
    </Folded>
  )
}
