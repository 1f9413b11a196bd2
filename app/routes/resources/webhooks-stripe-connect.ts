import type { ActionFunctionArgs } from '@remix-run/node'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { receiveWebhook } from '~/modules/payments/receive-webhook.server'

/** Events of the sellers' own accounts: another secret than the platform's, otherwise the same. */
export async function action({ request }: ActionFunctionArgs) {
  allowAnyone(request)
  const rawBody = await request.text()
  const signature = request.headers.get('stripe-signature')
  const status = await receiveWebhook({ rawBody, signature, endpoint: 'connect' })
  return new Response(null, { status })
}

export function loader({ request }: ActionFunctionArgs) {
  allowAnyone(request)
  return new Response(null, { status: 405, headers: { Allow: 'POST' } })
}
