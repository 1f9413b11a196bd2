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
import { GivenResults } from '~/modules/claims/components/give-many'
import { NothingWaits } from '~/modules/claims/components/nothing-waits'
import { QueuePages } from '~/modules/claims/components/queue-pages'
import { WorkFilterForm } from '~/modules/claims/components/work-filter-form'
import { findWork } from '~/modules/claims/find-work.server'
import { type GiveManyAnswer, handleGiveMany, isGiveManyForm } from '~/modules/claims/give-many.server'
import { PageSearch, workQuery } from '~/modules/claims/queue-page'
import { WorkSearch } from '~/modules/claims/work-filter'
import { answerLeaveOut, type LeaveOutAnswer } from '~/modules/flags/answer-leave-out.server'
import { DeskFlags } from '~/modules/flags/components/desk-flags'
import { LeaveOutBox, LeftOutResults } from '~/modules/flags/components/leave-out'
import { decideFlag } from '~/modules/flags/decide-flag.server'
import { decidedShown, findFlags } from '~/modules/flags/find-flags.server'
import { DecideFlagForm, FlagsSearch } from '~/modules/flags/schema'
import { paths } from '~/paths'
import { type FormFailure, handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'flag:decide')
  const filter = parseSearch(request, WorkSearch)
  const { waiting, decided } = await findFlags({
    actor,
    locale: requestLocale(request),
    ...filter,
    ...parseSearch(request, PageSearch),
  })
  const subjectIds = waiting.rows.map(({ sellerOrderId }) => sellerOrderId)
  const work = await findWork({ actor, queue: 'flag', subjectIds })
  const isCut = decided.length === decidedShown
  return { waiting, decided, isCut, work, filter, ...parseSearch(request, FlagsSearch) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'flag:decide')
  const form = await readForm(request)
  const locale = requestLocale(request)
  const back = (query: Record<string, string> = {}) =>
    redirect(localPath(locale, paths.deskFlags(query)), 303)
  if (isClaimForm(form)) return handleClaim({ request, form, actor, queue: 'flag', back })
  if (isGiveManyForm(form)) return handleGiveMany({ request, form, actor, queue: 'flag' })
  if (form.get('intent') === 'leave-out') return answerLeaveOut({ actor, form, t: translator(locale) })
  return handleFormData(request, form, DecideFlagForm, async (input) => {
    await decideFlag({ actor, ...input })
    return back({ said: input.decision })
  })
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('flags.title'))

export default function DeskFlagsPage() {
  const { waiting, decided, isCut, said, work, filter } = useLoaderData<typeof loader>()
  const failed = useActionData<FormFailure | LeaveOutAnswer | GiveManyAnswer>()
  const many = failed && 'ticked' in failed ? failed : null
  const isMended = many?.results.every(({ isDone }) => isDone) && many.results.length > 0
  const { t, href } = useTranslator()
  const sellerOrderId = failed?.values.sellerOrderId ?? ''
  const error = failed?.errors.reason
  const numbers = Object.fromEntries(waiting.rows.map((row) => [row.sellerOrderId, row.orderNumber]))
  const isThere = waiting.rows.some((row) => row.sellerOrderId === sellerOrderId)
  return (
    <>
      <header className="desk-head">
        <h1>{t('flags.title')}</h1>
        <p>{t('flags.lead')}</p>
      </header>
      <Refusal
        text={
          failed?.intent === 'give-many' ? null : (failed?.errors.picks ?? refusalText(t, failed, isThere))
        }
      />
      {many && many.results.length > 0 ? <LeftOutResults results={many.results} /> : null}
      {failed && 'given' in failed ? <GivenResults given={failed.given} titles={numbers} /> : null}
      {said !== null && !failed ? (
        <Banner tone="done" role="status">
          {t(said === 'counted' ? 'flags.doneCounted' : 'flags.doneLeftOut')}
        </Banner>
      ) : null}
      <WorkFilterForm list={href(paths.deskFlags())} filter={filter} />
      {waiting.rows.length === 0 ? (
        <NothingWaits filter={filter} text={t('flags.none')} />
      ) : (
        <div className="work-rows">
          <DeskFlags
            caption={t('flags.title')}
            rows={waiting.rows}
            work={work}
            many={many}
            failure={error ? { sellerOrderId, error, typed: failed?.values.reason ?? '' } : null}
          />
          <LeaveOutBox colleagues={work.colleagues} failure={isMended ? null : (many ?? failed ?? null)} />
        </div>
      )}
      <QueuePages
        list={href(paths.deskFlags())}
        query={workQuery(filter)}
        page={waiting.page}
        total={waiting.total}
      />
      <QueueKeys canPick canGive={work.colleagues.length > 0} />
      {decided.length > 0 ? (
        <section>
          <h2>{t('flags.decidedTitle')}</h2>
          {isCut ? <p className="quiet">{t('claims.newestShown', { count: decided.length })}</p> : null}
          <DeskFlags
            caption={t('flags.decidedTitle')}
            rows={decided}
            work={null}
            many={null}
            failure={null}
          />
        </section>
      ) : null}
    </>
  )
}
