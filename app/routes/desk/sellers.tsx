import type { LoaderFunctionArgs, MetaFunction, SerializeFrom } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { NothingWaits } from '~/modules/claims/components/nothing-waits'
import { WorkFilterForm } from '~/modules/claims/components/work-filter-form'
import { WorkSearch } from '~/modules/claims/work-filter'
import { DeskSellerList } from '~/modules/sellers/components/desk-seller-list'
import { SellerFilter } from '~/modules/sellers/components/seller-filter'
import { DeskSellersSearch } from '~/modules/sellers/desk-schema'
import { findDeskSellers } from '~/modules/sellers/find-desk-sellers.server'
import { paths } from '~/paths'
import { parseSearch } from '~/platform/form.server'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'

export const handle = { hydrate: true }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'seller:read')
  const { q, show, after } = parseSearch(request, DeskSellersSearch)
  const work = parseSearch(request, WorkSearch)
  const found = await findDeskSellers({ actor, q, onlyOpen: show === 'open', work, after })
  return { ...found, q, show, work }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('household.sellers'))

export default function DeskSellers() {
  const { rows, next, q, show, work } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  const further = new URLSearchParams({
    ...(q ? { q } : {}),
    ...(show ? { show, ...work } : {}),
    after: next ?? '',
  })
  const open = paths.deskSellers({ show: 'open' })
  return (
    <>
      <SellerFilter q={q} show={show} />
      {show ? (
        <WorkFilterForm list={href(open)} filter={work} isNarrowed={q !== ''}>
          <input type="hidden" name="show" value={show} />
          {q ? <input type="hidden" name="q" value={q} /> : null}
        </WorkFilterForm>
      ) : null}
      {rows.length === 0 ? <NothingFound show={show} q={q} work={work} /> : <DeskSellerList rows={rows} />}
      {next ? (
        <p className="desk-foot">
          <a className="link link-line" rel="next" href={`${href(paths.deskSellers())}?${further}`}>
            {t('household.more')}
          </a>
        </p>
      ) : null}
    </>
  )
}

function NothingFound({ show, q, work }: Pick<SerializeFrom<typeof loader>, 'show' | 'q' | 'work'>) {
  const { t } = useTranslator()
  if (!show) return <p className="quiet">{t('household.sellersEmpty')}</p>
  return <NothingWaits filter={work} text={t('household.openEmpty')} isNarrowed={q !== ''} />
}
