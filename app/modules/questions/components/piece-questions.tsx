import type { ReactNode } from 'react'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { TextareaField } from '~/ui/field'
import { RailSection } from '~/ui/rail-section'
import type { AskedQuestion } from '../question-view'
import { SaidWords } from './said-words'

type PieceQuestionsProps = {
  /** shown to everybody */
  answered: readonly { id: string; words: string; answer: string }[]
  /** this visitor's own that are not among them */
  own: readonly AskedQuestion[]
  sellerName: string
  /** false: nothing can be asked about a piece that is not on sale */
  canAsk: boolean
  wasAsked: boolean
  failure: FormFailure | null
  /** another way to ask, beside the form */
  children?: ReactNode
}

/** What was asked about a piece and what its maker said; below it the place to ask. */
export function PieceQuestions({
  answered,
  own,
  sellerName,
  canAsk,
  wasAsked,
  failure,
  children,
}: PieceQuestionsProps) {
  const { t } = useTranslator()
  if (!canAsk && answered.length + own.length === 0) return null
  return (
    <div id="questions">
      <RailSection title={t('question.title')}>
        <div className="asking">
          {answered.length + own.length === 0 ? (
            <p className="asked quiet">{t('question.none')}</p>
          ) : (
            <dl className="asked">
              {own.map((question) => (
                <Pair
                  key={question.id}
                  mark={t('question.yours')}
                  words={question.words}
                  answerMark={null}
                  answer={t(question.isHidden ? 'question.hidden' : 'question.waiting')}
                />
              ))}
              {answered.map((question) => (
                <Pair
                  key={question.id}
                  mark={t('question.mark')}
                  words={question.words}
                  answerMark={t('question.answerMark', { seller: sellerName })}
                  answer={question.answer}
                />
              ))}
            </dl>
          )}
          {canAsk ? (
            <div>
              <AskForm wasAsked={wasAsked} failure={failure} />
              {children}
            </div>
          ) : null}
        </div>
      </RailSection>
    </div>
  )
}

function Pair({
  mark,
  words,
  answerMark,
  answer,
}: {
  mark: string
  words: string
  /** null: not an answer, only what became of it */
  answerMark: string | null
  answer: string
}) {
  return (
    <div className="asked-pair">
      <dt>
        <small>{mark}</small>
        <SaidWords text={words} />
      </dt>
      <dd className={answerMark === null ? 'quiet' : undefined}>
        {answerMark === null ? null : <small>{answerMark}</small>}
        {answerMark === null ? answer : <SaidWords text={answer} />}
      </dd>
    </div>
  )
}

function AskForm({ wasAsked, failure }: { wasAsked: boolean; failure: FormFailure | null }) {
  const { t } = useTranslator()
  return (
    <form method="post" className="ask-form" noValidate>
      <p className="quiet">{t('question.lead')}</p>
      {wasAsked && !failure ? (
        <Banner tone="done" role="status">
          <p>{t('question.asked')}</p>
        </Banner>
      ) : null}
      {failure?.formError && !failure.errors.words ? (
        <Banner tone="wrong" role="alert">
          <p>{failure.formError}</p>
        </Banner>
      ) : null}
      <TextareaField
        id="words"
        name="words"
        label={t('question.wordsLabel')}
        hint={t('question.wordsHint')}
        error={failure?.errors.words}
        defaultValue={failure?.values.words}
        maxLength={300}
        required
      />
      <Button>{t('question.ask')}</Button>
    </form>
  )
}
