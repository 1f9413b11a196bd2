import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { DeskQuestions } from '~/modules/questions/components/desk-questions'
import { findDeskQuestions } from '~/modules/questions/find-questions.server'
import { hideQuestion } from '~/modules/questions/hide-question.server'
import { HideForm, QuestionsSearch } from '~/modules/questions/schema'
import { paths } from '~/paths'
import { handleForm, parseSearch } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'question:hide')
  const questions = await findDeskQuestions({ actor, locale: requestLocale(request) })
  return { questions, ...parseSearch(request, QuestionsSearch) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'question:hide')
  return handleForm(request, HideForm, async (input) => {
    await hideQuestion({ actor, ...input })
    return redirect(localPath(requestLocale(request), paths.deskQuestions({ said: 'hidden' })), 303)
  })
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('question.desk'))

export default function DeskQuestionsPage() {
  const { questions, said } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t } = useTranslator()
  const questionId = failed?.values.questionId ?? ''
  const error = failed?.errors.reason
  const isThere = questions.some(({ id }) => id === questionId)
  return (
    <>
      <header className="desk-head">
        <h1>{t('question.desk')}</h1>
        <p>{t('question.deskLead')}</p>
      </header>
      <Refusal text={refusalText(t, failed, isThere)} />
      {said === 'hidden' && !failed ? (
        <Banner tone="done" role="status">
          {t('question.hideDone')}
        </Banner>
      ) : null}
      {questions.length === 0 ? (
        <p className="quiet">{t('question.deskNone')}</p>
      ) : (
        <DeskQuestions
          rows={questions}
          failure={error ? { questionId, error, typed: failed?.values.reason ?? '' } : null}
        />
      )}
    </>
  )
}
