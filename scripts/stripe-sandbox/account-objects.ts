import type Stripe from 'stripe'
import { accountCountries } from './account-rules'
import { newId } from './state'

/** What the onboarding page asks of a person who sells. */
export const askedOfPerson = [
  'external_account',
  'individual.address.city',
  'individual.address.line1',
  'individual.dob.day',
  'individual.dob.month',
  'individual.dob.year',
  'individual.first_name',
  'individual.last_name',
  'tos_acceptance.date',
  'tos_acceptance.ip',
]

interface Asked {
  country: string
  agreement: 'full' | 'recipient'
  capabilities: readonly ('transfers' | 'card_payments')[]
  controller: { feesPayer: string; losses: string; dashboard: string; collection: string }
  email: string | null
  metadata: Stripe.Metadata
}

export function requirements(
  due: readonly string[],
  disabledReason: Stripe.Account.Requirements['disabled_reason'],
  pending: readonly string[] = [],
): Stripe.Account.Requirements {
  return {
    alternatives: [],
    current_deadline: null,
    currently_due: [...due],
    disabled_reason: disabledReason,
    errors: [],
    eventually_due: [...due],
    past_due: disabledReason === 'requirements.past_due' ? [...due] : [],
    pending_verification: [...pending],
  }
}

/** An account whose owner has not told anything yet. */
export function newAccount(asked: Asked, created: number): Stripe.Account {
  const id = newId('acct_1', 16)
  const { controller, country } = asked
  return {
    id,
    object: 'account',
    business_profile: {
      annual_revenue: null,
      estimated_worker_count: null,
      mcc: null,
      minority_owned_business_designation: null,
      name: null,
      product_description: null,
      specified_commercial_transactions_act_url: null,
      support_address: null,
      support_email: null,
      support_phone: null,
      support_url: null,
      url: null,
    },
    business_type: null,
    capabilities: Object.fromEntries(asked.capabilities.map((name) => [name, 'inactive'])),
    charges_enabled: false,
    controller: {
      fees: { payer: controller.feesPayer },
      is_controller: true,
      losses: { payments: controller.losses },
      requirement_collection: controller.collection,
      stripe_dashboard: { type: controller.dashboard },
      type: 'application',
    },
    country,
    created,
    default_currency: accountCountries[country] ?? 'usd',
    details_submitted: false,
    email: asked.email,
    external_accounts: {
      object: 'list',
      data: [],
      has_more: false,
      url: `/v1/accounts/${id}/external_accounts`,
    },
    future_requirements: requirements([], null),
    metadata: asked.metadata,
    payouts_enabled: false,
    requirements: requirements(askedOfPerson, 'requirements.past_due'),
    settings: null,
    tos_acceptance: { date: null, ip: null, service_agreement: asked.agreement, user_agent: null },
    type: controller.dashboard === 'express' ? 'express' : 'none',
  }
}
