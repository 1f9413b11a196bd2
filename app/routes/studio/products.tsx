import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireActor } from '~/modules/auth/require-actor.server'
import { ListingSection } from '~/modules/catalog/components/listing-section'
import { findMyListings } from '~/modules/catalog/find-my-listings.server'
import { paths } from '~/paths'
import { parseSearch } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { ButtonLink } from '~/ui/button-link'
import { EmptyState } from '~/ui/empty-state'

const Query = z.object({
  page: z.coerce.number().int().min(1).max(1000).catch(1),
  done: z.enum(['discarded', '']).catch(''),
})

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const { page, done } = parseSearch(request, Query)
  const found = await findMyListings({ actor, locale: requestLocale(request), page })
  return { ...found, page, done, showSeller: actor.sellerIds.length > 1 }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('studio.piecesTitle'))

export default function StudioProducts() {
  const { open, settled, hasMore, page, done, showSeller } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  const isEmpty = open.length === 0 && settled.length === 0 && page === 1
  const standing = (...wanted: (typeof open)[number]['standing'][]) =>
    open.filter((listing) => wanted.includes(listing.standing))
  return (
    <>
      <h1 className="studio-heading">{t('studio.piecesTitle')}</h1>
      {done === 'discarded' ? (
        <Banner tone="done" role="status">
          {t('studio.discarded')}
        </Banner>
      ) : null}
      {isEmpty ? (
        <EmptyState
          title={t('studio.piecesEmpty')}
          text={t('studio.piecesEmptyText')}
          action={{ href: href(paths.studioNewProduct()), text: t('studio.piecesNew') }}
        />
      ) : (
        <>
          <div className="studio-foot">
            <ButtonLink kind="seal" size={68} wide href={href(paths.studioNewProduct())}>
              {t('studio.piecesNew')}
            </ButtonLink>
          </div>
          <p className="studio-ways">
            <a className="link" href={href(paths.studioTables())}>
              {t('pieces.toTables')}
            </a>
          </p>
          <ListingSection
            title={t('studio.sectionTyped')}
            listings={standing('typed')}
            showSeller={showSeller}
          />
          <ListingSection
            title={t('studio.sectionChanges')}
            listings={standing('changes')}
            showSeller={showSeller}
          />
          <ListingSection
            title={t('studio.sectionDrafts')}
            listings={standing('draft')}
            showSeller={showSeller}
          />
          <ListingSection
            title={t('studio.sectionReading')}
            listings={standing('typing', 'reading')}
            showSeller={showSeller}
          />
          <ListingSection
            title={t('studio.sectionShop')}
            listings={[...standing('on_sale', 'paused'), ...settled]}
            showSeller={showSeller}
          />
        </>
      )}
      {page > 1 || hasMore ? (
        <p className="studio-foot">
          {hasMore ? (
            <ButtonLink href={`${href(paths.studioProducts())}?page=${page + 1}`}>
              {t('studio.morePieces')}
            </ButtonLink>
          ) : null}
          {page > 1 ? (
            <ButtonLink kind="text" href={href(paths.studioProducts())}>
              {t('studio.newerPieces')}
            </ButtonLink>
          ) : null}
        </p>
      ) : null}
    </>
  )
}
