import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { noMarks } from '~/modules/search/components/marks'
import { PageProblem } from '~/modules/search/components/page-problem'
import { ShopPage } from '~/modules/search/components/shop-page'
import writeOwnPart from '~/modules/visit/write-own-part.js?url'
import shopStyles from '~/styles/shop.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: shopStyles }]

/** Every address that nobody wrote down: the page around the error says so, in the language of the address. */
export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  throw new Response(null, { status: 404 })
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
}

/** The shop's frame with its search, and nothing asked of the database; what is the visitor's own her browser asks for. */
export function ErrorBoundary() {
  return (
    <>
      <ShopPage data={nobody} withBar={false}>
        <PageProblem />
      </ShopPage>
      <script type="module" src={writeOwnPart} />
    </>
  )
}
