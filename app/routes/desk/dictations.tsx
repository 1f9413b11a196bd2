import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireActor } from '~/modules/auth/require-actor.server'
import { QueueKeys } from '~/modules/catalog/components/bulk-approve'
import { DictationList } from '~/modules/catalog/components/dictation-list'
import { findDictations } from '~/modules/catalog/find-dictations.server'
import { GiveManyBox, GivenResults } from '~/modules/claims/components/give-many'
import { NothingWaits } from '~/modules/claims/components/nothing-waits'
import { QueuePages } from '~/modules/claims/components/queue-pages'
import { WorkFilterForm } from '~/modules/claims/components/work-filter-form'
import { canGive } from '~/modules/claims/components/work-tick'
import { findWork } from '~/modules/claims/find-work.server'
import { handleGiveMany, isGiveManyForm } from '~/modules/claims/give-many.server'
import { PageSearch, workQuery } from '~/modules/claims/queue-page'
import { WorkSearch } from '~/modules/claims/work-filter'
import { paths } from '~/paths'
import { parseSearch, readForm } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

const Said = z.object({ said: z.enum(['typed', '']).catch('') })

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:review')
  const filter = parseSearch(request, WorkSearch)
  const { rows, page, total } = await findDictations({
    actor,
    locale: requestLocale(request),
    ...filter,
    ...parseSearch(request, PageSearch),
  })
  const subjectIds = rows.map(({ revisionId }) => revisionId)
  const work = await findWork({ actor, queue: 'dictation', subjectIds })
  return { rows, page, total, work, filter, ...parseSearch(request, Said) }
}

/** She gives those that are ticked to a colleague; each is typed up on its own page. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'listing:review')
  const form = await readForm(request)
  if (isGiveManyForm(form)) return handleGiveMany({ request, form, actor, queue: 'dictation' })
  throw new Response(null, { status: 400 })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('voice.deskTitle'))

export default function DeskDictations() {
  const { rows, page, total, work, filter, said } = useLoaderData<typeof loader>()
  const given = useActionData<typeof action>()
  const { t, href } = useTranslator()
  return (
    <>
      <header className="desk-head">
        <h1>{t('voice.deskTitle')}</h1>
        <p>{t('voice.deskLead')}</p>
      </header>
      <Refusal text={refusalText(t, given)} />
      {given && 'given' in given ? (
        <GivenResults
          given={given.given}
          titles={Object.fromEntries(rows.map(({ revisionId, sellerName }) => [revisionId, sellerName]))}
        />
      ) : null}
      {said === '' || given ? null : (
        <Banner tone="done" role="status" className="mb-4">
          {t('voice.deskSaid')}
        </Banner>
      )}
      <WorkFilterForm list={href(paths.deskDictations())} filter={filter} />
      {rows.length === 0 ? (
        <NothingWaits filter={filter} text={t('voice.deskNone')} />
      ) : (
        <div className="work-rows">
          <DictationList rows={rows} work={work} />
          {canGive(
            work,
            rows.map(({ revisionId }) => revisionId),
          ) ? (
            <GiveManyBox colleagues={work.colleagues} failure={given ?? null} />
          ) : null}
        </div>
      )}
      <QueuePages list={href(paths.deskDictations())} query={workQuery(filter)} page={page} total={total} />
      <QueueKeys canPick={work.colleagues.length > 0} canGive={work.colleagues.length > 0} />
    </>
  )
}
