import { type ActionFunctionArgs, json, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { findComingDocuments } from '~/modules/documents/find-coming-documents.server'
import { noMarks } from '~/modules/search/components/marks'
import { PageProblem } from '~/modules/search/components/page-problem'
import { ShopPage, type ShopPageData } from '~/modules/search/components/shop-page'
import { findSampleData } from '~/modules/sellers/find-sample-data.server'
import { findContact } from '~/modules/settings/find-contact.server'
import { findLicences } from '~/modules/settings/find-licences.server'
import writeOwnPart from '~/modules/visit/write-own-part.js?url'
import shopStyles from '~/styles/shop.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: shopStyles }]

/** Every address that nobody wrote down: the page around the error says so, in the language of the address, with what stands at the edges of every page. */
export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const [isSample, licences, contact, coming] = await Promise.all([
    findSampleData(),
    findLicences(),
    findContact(),
    findComingDocuments(),
  ])
  throw json({ isSample, licences, contact, coming }, 404)
}

export async function action({ request }: ActionFunctionArgs) {
  allowAnyone(request)
  throw new Response(null, { status: 404 })
}

export default function Nowhere() {
  return null
}

/** What the shop's frame shows to somebody of whom nothing is known. */
const nobody = {
  isKnown: false,
  basketCount: 0,
  marks: noMarks,
  workplace: null,
  isSample: false,
  movedTo: null,
  licences: null,
  contact: null,
  coming: [],
}

/** What the loader threw; the action throws nothing to show. */
function isEdges(told: unknown): told is Pick<ShopPageData, 'isSample' | 'licences' | 'contact' | 'coming'> {
  return typeof told === 'object' && told !== null && 'isSample' in told && 'coming' in told
}

/** The shop's frame with its search; what is the visitor's own her browser asks for. */
export function ErrorBoundary() {
  const error = useRouteError()
  const told: unknown = isRouteErrorResponse(error) ? error.data : null
  return (
    <>
      <ShopPage data={isEdges(told) ? { ...nobody, ...told } : nobody} withBar={false}>
        <PageProblem />
      </ShopPage>
      <script type="module" src={writeOwnPart} />
    </>
  )
}
