import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { handleClaim, isClaimForm } from '~/modules/claims/claim-form.server'
import { ClaimLine } from '~/modules/claims/components/claim-line'
import { findWork } from '~/modules/claims/find-work.server'
import { acceptDispute } from '~/modules/disputes/accept-dispute.server'
import {
  AcceptForm as Accept,
  FileList,
  FilesForm,
  TextsForm as Texts,
} from '~/modules/disputes/components/answer-forms'
import { DisputeHead } from '~/modules/disputes/components/dispute-head'
import { DisputedSale } from '~/modules/disputes/components/disputed-sale'
import { unsafeGetDispute } from '~/modules/disputes/get-dispute.server'
import { dropFile, keepFile, keepTexts } from '~/modules/disputes/keep-evidence.server'
import {
  AcceptForm,
  DisputeSearch,
  DropForm,
  FileForm,
  SubmitForm,
  TextsForm,
} from '~/modules/disputes/schema'
import { submitEvidence } from '~/modules/disputes/submit-evidence.server'
import { limitUploads } from '~/modules/limits/limit-request.server'
import { DisputeParams, paths } from '~/paths'
import { answer, handleFormData, parseParams, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'dispute:answer')
  const { disputeId } = parseParams(params, DisputeParams)
  const dispute = await answer(request, () => unsafeGetDispute(disputeId))
  const work = await findWork({ actor, queue: 'dispute', subjectIds: [disputeId] })
  return { dispute, work, ...parseSearch(request, DisputeSearch) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'dispute:answer')
  await limitUploads(request, actor)
  const { disputeId } = parseParams(params, DisputeParams)
  const form = await readForm(request)
  const goBack = (query: Record<string, string>) =>
    redirect(localPath(requestLocale(request), paths.deskDispute({ disputeId }, query)), 303)
  if (isClaimForm(form))
    return handleClaim({ request, form, actor, queue: 'dispute', back: () => goBack({}) })
  const back = (said: string) => goBack({ said })
  switch (form.get('intent')) {
    case 'texts':
      return handleFormData(request, form, TextsForm, async (texts) =>
        back(await keepTexts({ actor, disputeId, texts })),
      )
    case 'file':
      return handleFormData(request, form, FileForm, async ({ kind, file }) => {
        const bytes = new Uint8Array(await file.arrayBuffer())
        return back(await keepFile({ actor, disputeId, kind, bytes }))
      })
    case 'drop':
      return handleFormData(request, form, DropForm, async ({ kind }) =>
        back(await dropFile({ actor, disputeId, kind })),
      )
    case 'submit':
      return handleFormData(request, form, SubmitForm, async ({ seen, ...texts }) => {
        await submitEvidence({ actor, disputeId, texts, seen })
        return back('submitted')
      })
    case 'accept':
      return handleFormData(request, form, AcceptForm, async () => {
        await acceptDispute({ actor, disputeId })
        return back('accepted')
      })
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction<typeof loader> = ({ location, data }) =>
  privateMeta(location.pathname, (t) =>
    data ? `${t('dispute.title')} ${data.dispute.order.number}` : t('dispute.title'),
  )

export default function DeskDispute() {
  const { dispute, said, work } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t, href } = useTranslator()
  const isOpen = dispute.state === 'needs_response' && (dispute.dueBy === null || dispute.daysLeft !== null)
  const of = (...intents: string[]) => (failure && intents.includes(failure.intent ?? '') ? failure : null)
  return (
    <>
      <DisputeHead dispute={dispute} />
      <Refusal text={refusalText(t, failure, isOpen)} />
      {said && !failure ? (
        <Banner tone="done" role="status">
          {t(`dispute.said_${said}`)}
        </Banner>
      ) : null}
      {isOpen ? (
        <ClaimLine
          subjectId={dispute.id}
          claim={work.claims[dispute.id] ?? null}
          colleagues={work.colleagues}
          failure={of('give')}
        />
      ) : null}
      <div className="duo">
        <DisputedSale dispute={dispute} />
        {isOpen ? (
          <section className="grid gap-4">
            <FilesForm dispute={dispute} failure={of('file')} />
            <Texts dispute={dispute} failure={of('texts', 'submit')} />
            <Accept failure={of('accept')} />
          </section>
        ) : (
          <section>
            <FileList dispute={dispute} />
          </section>
        )}
      </div>
      <p className="desk-foot">
        <a className="link link-line" href={href(paths.deskDisputes())}>
          {t('dispute.title')}
        </a>
      </p>
    </>
  )
}
