import { paths } from '~/paths'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Folded } from '~/ui/decide-form'
import { TextareaField } from '~/ui/field'
import type { MakerQuestion } from '../question-view'

/** What was wrong with an answer, and what was typed. */
export type AnswerFailure = { questionId: string; error: string; typed: string }

type AnswerListProps = {
  title: string
  questions: readonly MakerQuestion[]
  failure: AnswerFailure | null
}

/** Questions about her pieces, each with its answer or the place for it. Nothing when there are none. */
export function AnswerList({ title, questions, failure }: AnswerListProps) {
  if (questions.length === 0) return null
  return (
    <section className="studio-section">
      <h2>{title}</h2>
      {questions.map((question) => (
        <OneQuestion
          key={question.id}
          question={question}
          failure={failure?.questionId === question.id ? failure : null}
        />
      ))}
    </section>
  )
}

function OneQuestion({ question, failure }: { question: MakerQuestion; failure: AnswerFailure | null }) {
  const { t, locale, href } = useTranslator()
  const { id, slug, title, words, askedOn, answer, hiddenReason } = question
  return (
    <article className="maker-question">
      <p className="quiet">
        <a className="link" href={href(paths.product({ slug }))}>
          {t('question.askedAbout', { title, day: formatDay(locale, askedOn) })}
        </a>
      </p>
      <h3>{words}</h3>
      {answer === null ? null : <p className="maker-answer">{answer}</p>}
      {hiddenReason === null ? null : <p>{t('question.hiddenBecause', { reason: hiddenReason })}</p>}
      {hiddenReason !== null ? null : answer === null ? (
        <AnswerForm questionId={id} failure={failure} />
      ) : (
        <Folded summary={t('question.change')} isOpen={failure !== null}>
          <AnswerForm questionId={id} answer={answer} failure={failure} />
        </Folded>
      )}
    </article>
  )
}

function AnswerForm({
  questionId,
  answer,
  failure,
}: {
  questionId: string
  answer?: string
  failure: AnswerFailure | null
}) {
  const { t } = useTranslator()
  return (
    <form method="post" className="studio-form" noValidate>
      <input type="hidden" name="questionId" value={questionId} />
      <TextareaField
        id={`answer-${questionId}`}
        name="answer"
        label={t('question.answerLabel')}
        hint={t('question.answerHint')}
        error={failure?.error}
        defaultValue={failure?.typed ?? answer}
        maxLength={500}
        required
      />
      <Button>{t('question.answerAct')}</Button>
    </form>
  )
}
