import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { QueueKeys } from '~/modules/catalog/components/bulk-approve'
import { handleClaim, isClaimForm } from '~/modules/claims/claim-form.server'
import { GiveManyBox, GivenResults } from '~/modules/claims/components/give-many'
import { NothingWaits } from '~/modules/claims/components/nothing-waits'
import { QueuePages } from '~/modules/claims/components/queue-pages'
import { WorkFilterForm } from '~/modules/claims/components/work-filter-form'
import { canGive } from '~/modules/claims/components/work-tick'
import { findWork } from '~/modules/claims/find-work.server'
import { type GiveManyAnswer, handleGiveMany, isGiveManyForm } from '~/modules/claims/give-many.server'
import { PageSearch, workQuery } from '~/modules/claims/queue-page'
import { WorkSearch } from '~/modules/claims/work-filter'
import { requireFreshProof } from '~/modules/factors/require-fresh-proof.server'
import { ProofList } from '~/modules/mandates/components/proof-list'
import { confirmProof, refuseProof } from '~/modules/mandates/decide-proof.server'
import { findProofs } from '~/modules/mandates/find-proofs.server'
import { openProof } from '~/modules/mandates/open-proof.server'
import { OpenProofForm, ProofForm, ProofSearch, RefuseProofForm } from '~/modules/mandates/schema'
import { paths } from '~/paths'
import { type FormFailure, handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'mandate:confirm')
  const filter = parseSearch(request, WorkSearch)
  const { rows: proofs, ...pages } = await findProofs({
    actor,
    locale: requestLocale(request),
    ...filter,
    ...parseSearch(request, PageSearch),
  })
  const work = await findWork({ actor, queue: 'proof', subjectIds: proofs.map(({ id }) => id) })
  return { proofs, pages, work, filter, ...parseSearch(request, ProofSearch) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'mandate:confirm')
  const form = await readForm(request)
  const back = (query: Parameters<typeof paths.deskMandates>[0] = {}) =>
    redirect(localPath(requestLocale(request), paths.deskMandates(query)), 303)
  const to = (done: 'opened' | 'confirmed' | 'refused') => back({ done })
  if (isClaimForm(form)) return handleClaim({ request, form, actor, queue: 'proof', back })
  if (isGiveManyForm(form)) return handleGiveMany({ request, form, actor, queue: 'proof' })
  switch (form.get('intent')) {
    case 'open':
      await requireFreshProof(request, actor, form)
      return handleFormData(request, form, OpenProofForm, async (input) => {
        await openProof({ actor, ...input })
        return to('opened')
      })
    case 'confirm':
      return handleFormData(request, form, ProofForm, async ({ proofId }) => {
        await confirmProof({ actor, proofId })
        return to('confirmed')
      })
    case 'refuse':
      return handleFormData(request, form, RefuseProofForm, async (input) => {
        await refuseProof({ actor, ...input })
        return to('refused')
      })
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('mandate.deskTitle'))

export default function DeskMandates() {
  const { proofs, pages, work, filter, done } = useLoaderData<typeof loader>()
  const said = useActionData<FormFailure | GiveManyAnswer>()
  const failure: FormFailure | null = said ?? null
  const { t, href } = useTranslator()
  const isThere = failure?.intent === 'give-many' || proofs.some(({ id }) => id === failure?.values.proofId)
  return (
    <>
      <header className="desk-head">
        <h1>{t('mandate.deskTitle')}</h1>
        <p>{t('mandate.deskLead')}</p>
      </header>
      <Refusal text={refusalText(t, failure, isThere)} />
      {said && 'given' in said ? (
        <GivenResults
          given={said.given}
          titles={Object.fromEntries(proofs.map(({ id, seller }) => [id, seller]))}
        />
      ) : null}
      {done && !failure ? (
        <Banner tone="done" role="status">
          {t(`mandate.proof_${done}`)}
        </Banner>
      ) : null}
      <WorkFilterForm list={href(paths.deskMandates())} filter={filter} />
      {proofs.length === 0 ? <NothingWaits filter={filter} text={t('mandate.deskNone')} /> : null}
      <ProofList proofs={proofs} work={work} failure={failure} />
      {canGive(
        work,
        proofs.map(({ id }) => id),
      ) ? (
        <GiveManyBox colleagues={work.colleagues} failure={failure} />
      ) : null}
      <QueuePages list={href(paths.deskMandates())} query={workQuery(filter)} {...pages} />
      <QueueKeys canPick={work.colleagues.length > 0} canGive={work.colleagues.length > 0} />
    </>
  )
}
