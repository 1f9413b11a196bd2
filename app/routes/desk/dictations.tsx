import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireActor } from '~/modules/auth/require-actor.server'
import { QueueKeys } from '~/modules/catalog/components/bulk-approve'
import { DictationList } from '~/modules/catalog/components/dictation-list'
import { findDictations } from '~/modules/catalog/find-dictations.server'
import { NothingWaits } from '~/modules/claims/components/nothing-waits'
import { QueuePages } from '~/modules/claims/components/queue-pages'
import { WorkFilterForm } from '~/modules/claims/components/work-filter-form'
import { findWork } from '~/modules/claims/find-work.server'
import { PageSearch, workQuery } from '~/modules/claims/queue-page'
import { WorkSearch } from '~/modules/claims/work-filter'
import { paths } from '~/paths'
import { parseSearch } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'

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
  const { claims } = await findWork({ actor, queue: 'dictation', subjectIds })
  return { rows, page, total, claims, filter, ...parseSearch(request, Said) }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('voice.deskTitle'))

export default function DeskDictations() {
  const { rows, page, total, claims, filter, said } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  return (
    <>
      <header className="desk-head">
        <h1>{t('voice.deskTitle')}</h1>
        <p>{t('voice.deskLead')}</p>
      </header>
      {said === '' ? null : (
        <Banner tone="done" role="status" className="mb-4">
          {t('voice.deskSaid')}
        </Banner>
      )}
      <WorkFilterForm list={href(paths.deskDictations())} filter={filter} />
      {rows.length === 0 ? (
        <NothingWaits filter={filter} text={t('voice.deskNone')} />
      ) : (
        <div className="work-rows">
          <DictationList rows={rows} claims={claims} />
        </div>
      )}
      <QueuePages list={href(paths.deskDictations())} query={workQuery(filter)} page={page} total={total} />
      <QueueKeys canPick={false} />
    </>
  )
}
