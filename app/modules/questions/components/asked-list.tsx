import { paths } from '~/paths'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { RailSection } from '~/ui/rail-section'
import type { AskedQuestion } from '../question-view'
import { SaidWords } from './said-words'

/** All that a visitor asked, with what the makers said. Nothing when she asked nothing. */
export function AskedList({ questions }: { questions: readonly AskedQuestion[] }) {
  const { t, locale, href } = useTranslator()
  if (questions.length === 0) return null
  return (
    <RailSection title={t('question.askedTitle')}>
      <dl className="asked">
        {questions.map(({ id, slug, title, words, askedOn, answer, isHidden }) => (
          <div key={id} className="asked-pair">
            <dt>
              <small>
                <a className="link" href={`${href(paths.product({ slug }))}#questions`}>
                  {t('question.askedAbout', { title, day: formatDay(locale, askedOn) })}
                </a>
              </small>
              <SaidWords text={words} />
            </dt>
            <dd className={answer === null || isHidden ? 'quiet' : undefined}>
              {isHidden ? (
                t('question.hidden')
              ) : answer === null ? (
                t('question.waiting')
              ) : (
                <SaidWords text={answer} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </RailSection>
  )
}
