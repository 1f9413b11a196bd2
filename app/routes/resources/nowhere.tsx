import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { allowAnyone } from '~/modules/auth/require-actor.server'

/** Every address that nobody wrote down: the frame around the error says so, in the language of the address. */
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
