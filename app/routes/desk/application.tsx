import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { approveApplication } from '~/modules/applications/approve-application.server'
import { checksAsked } from '~/modules/applications/checks'
import { ApplicationFacts } from '~/modules/applications/components/application-facts'
import { ApplicationHistory } from '~/modules/applications/components/application-history'
import { ApplicationJudge } from '~/modules/applications/components/application-judge'
import { getApplication } from '~/modules/applications/get-application.server'
import { recommendApplication } from '~/modules/applications/recommend-application.server'
import { DeskSearch, RecommendForm, TurnDownForm } from '~/modules/applications/schema'
import { turnDownApplication } from '~/modules/applications/turn-down-application.server'
import { requireActor } from '~/modules/auth/require-actor.server'
import { handleClaim, isClaimForm } from '~/modules/claims/claim-form.server'
import { ClaimLine } from '~/modules/claims/components/claim-line'
import { findWork } from '~/modules/claims/find-work.server'
import { ApplicationParams, paths } from '~/paths'
import { answer, handleFormData, parseParams, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'application:judge')
  const { applicationId } = parseParams(params, ApplicationParams)
  const application = await answer(request, () => getApplication({ actor, applicationId }))
  const work = await findWork({ actor, queue: 'application', subjectIds: [applicationId] })
  return { application, work, ...parseSearch(request, DeskSearch) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'application:judge')
  const { applicationId } = parseParams(params, ApplicationParams)
  const form = await readForm(request)
  const intent = form.get('intent')
  const which = { actor, applicationId }
  const back = (done?: string) =>
    redirect(
      localPath(requestLocale(request), paths.deskApplication({ applicationId }, done ? { done } : {})),
      303,
    )
  if (isClaimForm(form)) return handleClaim({ request, form, actor, queue: 'application', back })
  if (intent === 'recommend')
    return handleFormData(request, form, RecommendForm, async (ticked) => {
      await recommendApplication({ ...which, checks: checksAsked.filter((check) => ticked[check]) })
      return back('recommended')
    })
  if (intent === 'returned' || intent === 'refused')
    return handleFormData(request, form, TurnDownForm, async (input) => {
      await turnDownApplication({ ...which, to: intent, ...input })
      // it may be behind another county's wall now
      if (input.toCounty)
        return redirect(localPath(requestLocale(request), paths.deskApplications({ done: 'moved' })), 303)
      return back(intent)
    })
  return handleFormData(request, form, z.object({}), async () => {
    await approveApplication(which)
    return back('approved')
  })
}

export const meta: MetaFunction<typeof loader> = ({ location, data }) =>
  privateMeta(location.pathname, (t) => data?.application.shopName ?? t('joining.deskTitle'))

export default function DeskApplicationPage() {
  const { application, done, work } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t } = useTranslator()
  const isOpen = application.state === 'submitted' || application.state === 'recommended'
  return (
    <>
      <header className="desk-head">
        <h1>{application.shopName}</h1>
        <p>
          {t(`joining.kind_${application.kind}`)} · {t(`joining.stand_${application.state}`)}
        </p>
      </header>
      <Refusal text={refusalText(t, failure, isOpen)} />
      {done && !failure ? (
        <Banner tone="done" role="status">
          {t(`joining.done_${done}`)}
        </Banner>
      ) : null}
      {isOpen && !application.isNear ? (
        <ClaimLine
          subjectId={application.id}
          claim={work.claims[application.id] ?? null}
          colleagues={work.colleagues}
          failure={failure?.intent === 'give' ? failure : null}
        />
      ) : null}
      <div className="duo">
        <div>
          <ApplicationFacts application={application} />
          <ApplicationHistory events={application.events} />
        </div>
        <div>{isOpen ? <ApplicationJudge application={application} failure={failure} /> : null}</div>
      </div>
    </>
  )
}
