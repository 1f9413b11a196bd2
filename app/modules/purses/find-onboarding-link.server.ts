import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { requirePurse } from './require-purse.server'

type LinkInput = {
  actor: Actor
  purse: string
  /** the page that she comes back to, with its origin (see returnOrigin); it reads the account again */
  returnAddress: string
}

/** The provider's form for her account: an address for one use and a few minutes, handed to her alone. 404 without an account. */
export async function findOnboardingLink({ actor, purse, returnAddress }: LinkInput): Promise<string> {
  const accountRef = await findAccountRef({ actor, purse })
  if (!accountRef) throw notFound()
  const { url } = await paymentGateway().onboardingLink({
    accountRef,
    refreshUrl: returnAddress,
    returnUrl: returnAddress,
  })
  return url
}

/** The provider's name of the account of a purse of hers; null before one was opened. */
export function findAccountRef({ actor, purse }: { actor: Actor; purse: string }): Promise<string | null> {
  return inScope({ person: actor.personId }, async (tx) => {
    const { partyId } = await requirePurse(tx, actor, purse)
    const account = await tx.connectAccount.findFirst({
      where: { partyId, endedAt: null },
      select: { providerRef: true },
    })
    return account?.providerRef ?? null
  })
}
