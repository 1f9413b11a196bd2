import {
  type ActionFunctionArgs,
  json,
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
import { answerCorrection } from '~/modules/records/answer-correction.server'
import { type CheckedResult, checkManyRenewals } from '~/modules/records/check-many-renewals.server'
import { checkRenewal } from '~/modules/records/check-renewal.server'
import { CheckedResults, CheckManyBox } from '~/modules/records/components/check-many'
import {
  CorrectionQueue,
  correctionTitle,
  giveCorrections,
} from '~/modules/records/components/correction-queue'
import { isTickable, VerificationTable } from '~/modules/records/components/verification-table'
import { findCorrections } from '~/modules/records/find-corrections.server'
import { findVerifications } from '~/modules/records/find-verifications.server'
import { AnswerForm, CheckForm, CheckManyForm, RecordSearch } from '~/modules/records/schema'
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
  const actor = await requireActor(request, 'application:judge')
  const filter = parseSearch(request, WorkSearch)
  const { page, further } = parseSearch(request, PageSearch)
  const [due, corrections] = await Promise.all([
    findVerifications({ actor, ...filter, page }),
    findCorrections({ actor, ...filter, page: further }),
  ])
  const [work, askedWork] = await Promise.all([
    findWork({ actor, queue: 'renewal', subjectIds: due.rows.map(({ sellerId }) => sellerId) }),
    findWork({ actor, queue: 'correction', subjectIds: corrections.rows.map(({ id }) => id) }),
  ])
  return { due, corrections, work, askedWork, filter, ...parseSearch(request, RecordSearch) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'application:judge')
  const form = await readForm(request)
  const to = (query: Parameters<typeof paths.deskRecords>[0] = {}) =>
    redirect(localPath(requestLocale(request), paths.deskRecords(query)), 303)
  const back = (done: string) => to({ done })
  const queue = form.get('queue') === 'correction' ? 'correction' : 'renewal'
  if (isClaimForm(form)) return handleClaim({ request, form, actor, queue, back: to })
  if (isGiveManyForm(form)) return handleGiveMany({ request, form, actor, queue })
  if (form.get('intent') === 'answer')
    return handleFormData(request, form, AnswerForm, async ({ requestId, decision, answer }) => {
      await answerCorrection({ actor, requestId, isCorrected: decision === 'corrected', answer })
      return back('answered')
    })
  if (form.get('intent') === 'check-many')
    return handleFormData(request, form, CheckManyForm, async ({ picks }) =>
      json({
        results: await checkManyRenewals({ actor, renewalIds: picks, locale: requestLocale(request) }),
      }),
    )
  return handleFormData(request, form, CheckForm, async ({ renewalId }) => {
    await checkRenewal({ actor, renewalId })
    return back('checked')
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('records.deskTitle'))

export default function DeskRecords() {
  const { due, corrections, work, askedWork, filter, done } = useLoaderData<typeof loader>()
  const said = useActionData<FormFailure | GiveManyAnswer | { results: CheckedResult[] }>()
  const failure = said && 'errors' in said ? said : null
  const results = said && 'results' in said ? said.results : []
  const { t, locale, href } = useTranslator()
  const titles: Record<string, string> = {}
  for (const { sellerId, name } of due.rows) titles[sellerId] = locale === 'en' ? name.en : name.zh
  for (const row of corrections.rows) titles[row.id] = correctionTitle(t, row)
  const isThere =
    failure?.intent === 'check-many' ||
    failure?.intent === 'give-many' ||
    corrections.rows.some(({ id }) => id === failure?.values.requestId)
  return (
    <>
      <header className="desk-head">
        <h1>{t('records.deskTitle')}</h1>
      </header>
      <Refusal text={refusalText(t, failure, isThere)} />
      {results.length > 0 ? <CheckedResults results={results} /> : null}
      {said && 'given' in said ? <GivenResults given={said.given} titles={titles} /> : null}
      {done && !said ? (
        <Banner tone="done" role="status">
          {t(`records.done_${done}`)}
        </Banner>
      ) : null}
      <WorkFilterForm list={href(paths.deskRecords())} filter={filter} />
      <section className="desk-section">
        <h2>{t('records.dueTitle')}</h2>
        {due.rows.length === 0 ? (
          <NothingWaits filter={filter} text={t('records.dueNone')} />
        ) : (
          <div className="work-rows">
            <VerificationTable due={due.rows} work={work} />
            {due.rows.some((row) => isTickable(row, work)) ? (
              <CheckManyBox
                colleagues={work.colleagues}
                failure={failure?.values.queue === 'correction' ? null : failure}
              />
            ) : null}
          </div>
        )}
        <QueuePages
          list={href(paths.deskRecords())}
          query={{
            ...workQuery(filter),
            ...(corrections.page > 1 ? { further: String(corrections.page) } : {}),
          }}
          page={due.page}
          total={due.total}
        />
      </section>
      <section className="desk-section">
        <h2>{t('records.correctionsTitle')}</h2>
        {corrections.rows.length === 0 ? (
          <NothingWaits filter={filter} text={t('records.correctionsNone')} />
        ) : (
          <>
            <CorrectionQueue corrections={corrections.rows} work={askedWork} failure={failure} />
            {canGive(
              askedWork,
              corrections.rows.map(({ id }) => id),
            ) ? (
              <GiveManyBox
                id={giveCorrections}
                queue="correction"
                colleagues={askedWork.colleagues}
                failure={failure?.values.queue === 'correction' ? failure : null}
              />
            ) : null}
          </>
        )}
        <QueuePages
          list={href(paths.deskRecords())}
          query={{ ...workQuery(filter), ...(due.page > 1 ? { page: String(due.page) } : {}) }}
          name="further"
          page={corrections.page}
          total={corrections.total}
        />
      </section>
      <QueueKeys canPick canGive={work.colleagues.length > 0} />
    </>
  )
}
