import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useMatches } from '@remix-run/react'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { findMovedDay } from '~/modules/clock/find-moved-day.server'
import { findComingDocuments } from '~/modules/documents/find-coming-documents.server'
import { ShopPage, type ShopPageData } from '~/modules/search/components/shop-page'
import { findSampleData } from '~/modules/sellers/find-sample-data.server'
import { findContact } from '~/modules/settings/find-contact.server'
import { findLicences } from '~/modules/settings/find-licences.server'
import { findVisit } from '~/modules/visit/find-visit.server'
import writeOwnPart from '~/modules/visit/write-own-part.js?url'
import { asIs } from '~/platform/http/as-is'
import shopStyles from '~/styles/shop.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: shopStyles }]

export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const [{ isKnown, basketCount, marks, workplace }, isSample, movedTo, licences, contact, coming] =
    await Promise.all([
      findVisit(request),
      findSampleData(),
      findMovedDay(),
      findLicences(),
      findContact(),
      findComingDocuments(),
    ])
  const [next] = coming
  return asIs<ShopPageData>(
    { isKnown, basketCount, marks, workplace, isSample, movedTo, licences, contact, coming },
    // kept pages say it no longer than it is true
    next ? { headers: { Expires: new Date(next.until).toUTCString() } } : 200,
  )
}

export default function ShopLayout() {
  const data = useLoaderData<typeof loader>()
  const withBar = useMatches().some((match) => hasBar(match.handle))
  return (
    <>
      <ShopPage data={data} withBar={withBar}>
        <Outlet />
      </ShopPage>
      <script type="module" src={writeOwnPart} />
    </>
  )
}

/** A page that ends in the buying bar of the phone says handle.bar. */
function hasBar(handle: unknown): boolean {
  return typeof handle === 'object' && handle !== null && 'bar' in handle && handle.bar === true
}
