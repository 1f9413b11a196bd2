import type { Actor } from '~/modules/auth/actor'
import { requestCode } from '~/modules/auth/request-code.server'
import { readSecret } from '~/modules/people/read-secret.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'

/** Her own number, in the clear; refuses a person without one. */
export function readOwnPhone(actor: Actor): Promise<string> {
  return inScope({ person: actor.personId }, async (tx) => {
    const phone = await readSecret(tx, { personId: actor.personId, field: 'phone' })
    if (phone === null) throw new Refusal('card.noPhone', 409)
    return phone
  })
}

/** Sends a code to her own number, good only for saying where her money goes. Answers the code for the screen in a demo, else null. */
export async function requestCardCode({ actor, address }: { actor: Actor; address: string }) {
  return requestCode({ purpose: 'bank_account', phone: await readOwnPhone(actor), address })
}
