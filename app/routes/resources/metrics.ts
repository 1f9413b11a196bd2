import type { LoaderFunctionArgs } from '@remix-run/node'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { isOnThisMachine } from '~/platform/http/is-on-this-machine.server'
import { metrics } from '~/platform/http/metrics.server'

/** Numbers of the process, for a collector on the same machine; nobody else learns that they exist. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  allowAnyone(request)
  if (!isOnThisMachine(request, context.clientAddress)) throw new Response(null, { status: 404 })
  return new Response(await metrics.metrics(), {
    headers: { 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' },
  })
}
