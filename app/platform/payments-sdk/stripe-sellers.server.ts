import type Stripe from 'stripe'
import type { OnboardingOrder, SellerAccountOrder, SellerSnapshot, SellerState } from './sellers'
import { answerOf, dateOf, markOf, unexpected } from './stripe-client.server'

/**
 * Opens an account that Stripe itself collects the papers for. One in another country than ours can only receive: the
 * recipient agreement, chosen here for good, and the transfers capability alone. At home Stripe gives transfers only
 * together with card payments.
 */
export async function openSellerAccount(
  stripe: Stripe,
  homeCountry: string,
  { operationId, sellerId, country }: SellerAccountOrder,
): Promise<SellerSnapshot> {
  const isAbroad = country !== homeCountry
  const account = await answerOf(() =>
    stripe.accounts.create(
      {
        country,
        controller: {
          fees: { payer: 'application' },
          losses: { payments: 'application' },
          requirement_collection: 'stripe',
          stripe_dashboard: { type: 'express' },
        },
        capabilities: {
          transfers: { requested: true },
          ...(!isAbroad && { card_payments: { requested: true } }),
        },
        ...(isAbroad && { tos_acceptance: { service_agreement: 'recipient' } }),
        metadata: { ...markOf(operationId), seller_id: sellerId },
      },
      { idempotencyKey: `seller:${operationId}` },
    ),
  )
  return sellerSnapshot(account)
}

export async function onboardingLink(
  stripe: Stripe,
  { accountRef, refreshUrl, returnUrl }: OnboardingOrder,
): Promise<{ url: string; expiresAt: Date }> {
  const link = await answerOf(() =>
    stripe.accountLinks.create({
      account: accountRef,
      type: 'account_onboarding',
      refresh_url: refreshUrl,
      return_url: returnUrl,
    }),
  )
  if (link.object !== 'account_link') throw unexpected('account_link')
  return { url: link.url, expiresAt: dateOf(link.expires_at) }
}

export async function readSeller(stripe: Stripe, accountRef: string): Promise<SellerSnapshot> {
  return sellerSnapshot(await answerOf(() => stripe.accounts.retrieve(accountRef)))
}

function sellerSnapshot(account: Stripe.Account): SellerSnapshot {
  if (account.object !== 'account') throw unexpected('account')
  return {
    accountRef: account.id,
    sellerId: account.metadata?.seller_id ?? null,
    country: account.country ?? null,
    state: sellerState(account),
    transfersEnabled: account.capabilities?.transfers === 'active',
    payoutsEnabled: account.payouts_enabled,
    requirementsDue: requirementsDue(account),
    disabledReason: account.requirements?.disabled_reason ?? null,
  }
}

function requirementsDue({ requirements }: Stripe.Account): string[] {
  return [...new Set([...(requirements?.past_due ?? []), ...(requirements?.currently_due ?? [])])]
}

function sellerState(account: Stripe.Account): SellerState {
  const disabledReason = account.requirements?.disabled_reason
  if (disabledReason?.startsWith('rejected.')) return 'rejected'
  if (!account.details_submitted) return 'onboarding'
  if (account.capabilities?.transfers === 'active' && account.payouts_enabled) return 'active'
  const isChecking = account.requirements?.pending_verification?.length || disabledReason === 'under_review'
  return requirementsDue(account).length === 0 && isChecking ? 'verifying' : 'restricted'
}
