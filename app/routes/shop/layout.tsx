import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useMatches } from '@remix-run/react'
import type { Actor } from '~/modules/auth/actor'
import { findActor } from '~/modules/auth/find-actor.server'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { findCartCount } from '~/modules/cart/find-cart-count.server'
import { findMovedDay } from '~/modules/clock/find-moved-day.server'
import { findMarks } from '~/modules/favourites/find-marks.server'
import { readVisitor } from '~/modules/favourites/visitor-cookie.server'
import { ShopPage, type ShopPageData } from '~/modules/search/components/shop-page'
import { findSampleData } from '~/modules/sellers/find-sample-data.server'
import { findLicences } from '~/modules/settings/find-licences.server'
import shopStyles from '~/styles/shop.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: shopStyles }]

export async function loader({ request }: LoaderFunctionArgs): Promise<ShopPageData> {
  allowAnyone(request)
  const actor = await findActor(request)
  const [basketCount, marks, isSample, movedTo, licences] = await Promise.all([
    findCartCount(request),
    readVisitor(request, actor).then(findMarks),
    findSampleData(),
    findMovedDay(),
    findLicences(),
  ])
  return {
    basketCount,
    marks,
    workplace: actor ? workplaceOf(actor) : null,
    isSample,
    movedTo,
    licences,
  }
}

export default function ShopLayout() {
  const data = useLoaderData<typeof loader>()
  const withBar = useMatches().some((match) => hasBar(match.handle))
  return (
    <ShopPage data={data} withBar={withBar}>
      <Outlet />
    </ShopPage>
  )
}

function workplaceOf({ roles }: Actor): ShopPageData['workplace'] {
  if (roles.some((role) => role === 'artisan' || role === 'broker')) return 'studio'
  return roles.some((role) => role !== 'buyer') ? 'desk' : 'account'
}

/** A page that ends in the buying bar of the phone says handle.bar. */
function hasBar(handle: unknown): boolean {
  return typeof handle === 'object' && handle !== null && 'bar' in handle && handle.bar === true
}
