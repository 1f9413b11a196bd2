import type { Actor } from '~/modules/auth/actor'
import { notFound } from '~/platform/errors'
import { findAccountRef } from './find-onboarding-link.server'
import { syncConnectAccount } from './sync-connect-account.server'

/** Reads the account of a purse of hers again. 404 without one. */
export async function syncOwnConnectAccount({
  actor,
  purse,
}: {
  actor: Actor
  purse: string
}): Promise<void> {
  const accountRef = await findAccountRef({ actor, purse })
  if (!accountRef) throw notFound()
  await syncConnectAccount({ accountRef })
}
