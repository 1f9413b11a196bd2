import type { LoaderFunctionArgs } from '@remix-run/node'
import { allowAnyone } from '~/modules/auth/require-actor.server'

/** The process is up and answers. It says nothing about the database. */
export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  return new Response('ok\n', { headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' } })
}
