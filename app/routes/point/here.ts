import type { ActionFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'

/** Somebody still touches the shared device: asking for her is what keeps her session from idling. */
export async function action({ request }: ActionFunctionArgs) {
  await requireActor(request, 'studio:use')
  return new Response(null, { status: 204 })
}
