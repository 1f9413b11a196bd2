import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { answerQuestion } from '~/modules/questions/answer-question.server'
import { AnswerList } from '~/modules/questions/components/answer-list'
import { findMakerQuestions } from '~/modules/questions/find-questions.server'
import { AnswerForm, QuestionsSearch } from '~/modules/questions/schema'
import { paths } from '~/paths'
import { handleForm, parseSearch } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { EmptyState } from '~/ui/empty-state'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'question:answer')
  const questions = await findMakerQuestions({ actor, locale: requestLocale(request) })
  return { questions, ...parseSearch(request, QuestionsSearch) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'question:answer')
  return handleForm(request, AnswerForm, async (input) => {
    await answerQuestion({ actor, ...input })
    return redirect(localPath(requestLocale(request), paths.studioQuestions({ said: 'answered' })), 303)
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('question.studioTitle'))

export default function StudioQuestions() {
  const { questions, said } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t } = useTranslator()
  const questionId = failed?.values.questionId ?? ''
  const error = failed?.errors.answer
  const failure = error ? { questionId, error, typed: failed?.values.answer ?? '' } : null
  const isThere = questions.some(({ id }) => id === questionId)
  const open = questions.filter(({ isHidden }) => !isHidden)
  return (
    <>
      <h1 className="studio-heading">{t('question.studioTitle')}</h1>
      <Refusal text={refusalText(t, failed, isThere)} />
      {said === 'answered' && !failed ? (
        <Banner tone="done" role="status">
          {t('question.answerDone')}
        </Banner>
      ) : null}
      {questions.length === 0 ? (
        <EmptyState title={t('question.studioEmpty')} text={t('question.studioEmptyText')} />
      ) : (
        <>
          <p className="studio-lead">{t('question.studioLead')}</p>
          <AnswerList
            title={t('question.studioWaiting')}
            questions={open.filter(({ answer }) => answer === null)}
            failure={failure}
          />
          <AnswerList
            title={t('question.studioAnswered')}
            questions={open.filter(({ answer }) => answer !== null)}
            failure={failure}
          />
          <AnswerList
            title={t('question.studioHidden')}
            questions={questions.filter(({ isHidden }) => isHidden)}
            failure={null}
          />
        </>
      )}
    </>
  )
}
