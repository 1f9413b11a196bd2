import type { LoaderFunctionArgs } from '@remix-run/node'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { isDatabaseReady } from '~/platform/db/is-database-ready.server'

const plain = { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' }

/** The process can serve: the database answers and has every migration. Otherwise 503, and a balancer asks again. */
export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  if (await isDatabaseReady()) return new Response('ready\n', { headers: plain })
  return new Response('not ready\n', { status: 503, headers: { ...plain, 'Retry-After': '5' } })
}
