import type { Actor } from '~/modules/auth/actor'
import { requestCode } from '~/modules/auth/request-code.server'
import { readSecret } from '~/modules/people/read-secret.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'

/** A code to her own phone that closes her account; the caps are those of every code. 404 when she has no phone. */
export async function requestClosingCode({ actor, address }: { actor: Actor; address: string }) {
  const { personId } = actor
  const phone = await inScope({ person: personId }, (tx) => readSecret(tx, { personId, field: 'phone' }))
  if (phone === null) throw notFound()
  return requestCode({ purpose: 'account_closing', phone, address })
}
