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
import { NothingWaits } from '~/modules/claims/components/nothing-waits'
import { WorkFilterForm } from '~/modules/claims/components/work-filter-form'
import { findWork } from '~/modules/claims/find-work.server'
import { isAmong, WorkSearch } from '~/modules/claims/work-filter'
import { answerCorrection } from '~/modules/records/answer-correction.server'
import { checkRenewal } from '~/modules/records/check-renewal.server'
import { CorrectionQueue } from '~/modules/records/components/correction-queue'
import { VerificationTable } from '~/modules/records/components/verification-table'
import { findCorrections } from '~/modules/records/find-corrections.server'
import { findVerifications } from '~/modules/records/find-verifications.server'
import { AnswerForm, CheckForm, RecordSearch } from '~/modules/records/schema'
import { paths } from '~/paths'
import { handleFormData, parseSearch, readForm } from '~/platform/form.server'
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
  const actor = await requireActor(request, 'application:judge')
  const filter = parseSearch(request, WorkSearch)
  const [found, corrections] = await Promise.all([
    findVerifications({ actor, whose: filter.whose }),
    findCorrections({ actor }),
  ])
  const subjectIds = found.map(({ sellerId }) => sellerId)
  const work = await findWork({ actor, queue: 'renewal', subjectIds })
  const due = found.filter(({ sellerId, ageDays }) =>
    isAmong(filter, { claim: work.claims[sellerId], ageDays }),
  )
  return { due, corrections, work, filter, ...parseSearch(request, RecordSearch) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'application:judge')
  const form = await readForm(request)
  const to = (query: Parameters<typeof paths.deskRecords>[0] = {}) =>
    redirect(localPath(requestLocale(request), paths.deskRecords(query)), 303)
  const back = (done: string) => to({ done })
  if (isClaimForm(form)) return handleClaim({ request, form, actor, queue: 'renewal', back: to })
  if (form.get('intent') === 'answer')
    return handleFormData(request, form, AnswerForm, async ({ requestId, decision, answer }) => {
      await answerCorrection({ actor, requestId, isCorrected: decision === 'corrected', answer })
      return back('answered')
    })
  return handleFormData(request, form, CheckForm, async ({ renewalId }) => {
    await checkRenewal({ actor, renewalId })
    return back('checked')
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('records.deskTitle'))

export default function DeskRecords() {
  const { due, corrections, work, filter, done } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t, href } = useTranslator()
  const isThere = corrections.some(({ id }) => id === failure?.values.requestId)
  return (
    <>
      <header className="desk-head">
        <h1>{t('records.deskTitle')}</h1>
      </header>
      <Refusal text={refusalText(t, failure, isThere)} />
      {done && !failure ? (
        <Banner tone="done" role="status">
          {t(`records.done_${done}`)}
        </Banner>
      ) : null}
      <section className="desk-section">
        <h2>{t('records.dueTitle')}</h2>
        <WorkFilterForm list={href(paths.deskRecords())} filter={filter} />
        {due.length === 0 ? (
          <NothingWaits filter={filter} text={t('records.dueNone')} />
        ) : (
          <div className="work-rows">
            <VerificationTable due={due} work={work} />
          </div>
        )}
      </section>
      <section className="desk-section">
        <h2>{t('records.correctionsTitle')}</h2>
        {corrections.length === 0 ? (
          <p className="quiet">{t('records.correctionsNone')}</p>
        ) : (
          <CorrectionQueue corrections={corrections} failure={failure} />
        )}
      </section>
      <QueueKeys canPick={false} />
    </>
  )
}
