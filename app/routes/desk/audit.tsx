import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { AuditFilter } from '~/modules/inspection/components/audit-filter'
import { AuditTable } from '~/modules/inspection/components/audit-table'
import { auditPage, findAudit } from '~/modules/inspection/find-audit.server'
import { findAuditPlaces } from '~/modules/inspection/find-audit-places.server'
import { AuditSearch } from '~/modules/inspection/schema'
import { paths } from '~/paths'
import { parseSearch } from '~/platform/form.server'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'

export const handle = { hydrate: true }

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'audit:read')
  const filter = parseSearch(request, AuditSearch)
  const [found, places] = await Promise.all([findAudit({ actor, filter }), findAuditPlaces({ actor })])
  const { before, ...asked } = filter
  return { ...found, places, asked, isWhole: actor.regionId === null, size: auditPage }
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('audit.title'))

export default function DeskAudit() {
  const { rows, next, places, asked, isWhole, size } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  const here = href(paths.deskAudit())
  const { about } = asked
  const [first] = rows
  return (
    <>
      <header className="desk-head">
        <h1>{t('audit.title')}</h1>
        <p>{about && first ? t('audit.aboutOne', { what: first.subject.name }) : null}</p>
      </header>
      <p className="quiet">{t('audit.lead')}</p>
      <AuditFilter here={here} places={places} {...asked} />
      {rows.length === 0 ? <p className="quiet">{t('audit.empty')}</p> : <AuditTable rows={rows} />}
      {next ? (
        <p className="desk-foot">
          <a className="link link-line" rel="next" href={`${here}?${furtherBack(asked, next)}`}>
            {t('audit.more')}
          </a>
        </p>
      ) : null}
      <p className="desk-foot">{t(isWhole ? 'audit.orderNoteAll' : 'audit.orderNote', { count: size })}</p>
    </>
  )
}

function furtherBack(asked: Record<string, string | null>, before: string): URLSearchParams {
  const kept = Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return new URLSearchParams([...kept, ['before', before]])
}
