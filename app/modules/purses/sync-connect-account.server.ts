import type { ConnectState } from '~/generated/prisma/enums'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import type { SellerSnapshot, SellerState } from '~/platform/payments-sdk/sellers'

/** Money is sent only to an enabled account. While the provider checks her papers nothing is asked of her: that is still onboarding. */
const stateOf = {
  onboarding: 'onboarding',
  verifying: 'onboarding',
  restricted: 'restricted',
  active: 'enabled',
  rejected: 'disabled',
} as const satisfies Record<SellerState, ConnectState>

/**
 * Reads a seller's account again at the provider and keeps how it stands: for the event account.updated, and when she comes back from the provider's form.
 * True when it is one of ours.
 */
export async function syncConnectAccount({ accountRef }: { accountRef: string }): Promise<boolean> {
  const account = await inScope({ job: 'payout' }, (tx) =>
    tx.connectAccount.findUnique({ where: { providerRef: accountRef }, select: { id: true } }),
  )
  if (!account) return false
  const snapshot = await paymentGateway().readSeller(accountRef)
  await inScope({ job: 'payout' }, (tx) => keepConnectState(tx, account.id, snapshot))
  return true
}

/** Keeps the provider's word on an account. */
export async function keepConnectState(tx: Tx, id: string, snapshot: SellerSnapshot): Promise<void> {
  await tx.connectAccount.update({
    where: { id },
    data: {
      providerRef: snapshot.accountRef,
      state: stateOf[snapshot.state],
      requirements: [...snapshot.requirementsDue],
      checkedAt: await appNow(tx),
    },
    select: { id: true },
  })
}
