import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { type AddressView, addressView } from './address-view'
import { openAddresses } from './own-addresses.server'

/** Her saved addresses, the default first; at most 50. Nobody else's, whatever region she works for. */
export function findAddresses({ actor }: { actor: Actor }): Promise<AddressView[]> {
  return inScope({ person: actor.personId }, async (tx) => {
    const own = await openAddresses(tx, actor.personId)
    return own.map(({ id, isDefault, content }) => addressView(id, isDefault, content))
  })
}
