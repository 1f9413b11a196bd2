import type { LoaderFunctionArgs } from '@remix-run/node'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { findOwnPart } from '~/modules/visit/find-own-part.server'

/** What is this visitor's on a page that many are shown: for modules/visit/write-own-part.js. Kept nowhere. */
export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  return Response.json(await findOwnPart(request), { headers: { 'Cache-Control': 'private, no-store' } })
}
