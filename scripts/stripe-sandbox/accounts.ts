import { z } from 'zod'
import { newAccount, requirements } from './account-objects'
import { checkAccount } from './account-rules'
import { appoint } from './appointments'
import { resourceMissing } from './errors'
import { emit } from './events'
import type { FormObject } from './form-encoding'
import { address, bool, expansions, metadata, readParams } from './params'
import { type AccountRecord, newId } from './state'
import type { World } from './world'

/** How long an account link is good. */
const LINK_SECONDS = 5 * 60

const party = z.enum(['account', 'application'])
const requested = z.strictObject({ requested: bool.default(false) }).optional()
const CreateParams = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  email: z.email().optional(),
  business_type: z.enum(['individual', 'company', 'non_profit']).optional(),
  controller: z.strictObject({
    fees: z.strictObject({ payer: party.default('account') }).default({ payer: 'account' }),
    losses: z
      .strictObject({ payments: z.enum(['application', 'stripe']).default('stripe') })
      .default({ payments: 'stripe' }),
    requirement_collection: z.literal('stripe').default('stripe'),
    stripe_dashboard: z
      .strictObject({ type: z.enum(['express', 'full', 'none']).default('full') })
      .default({ type: 'full' }),
  }),
  capabilities: z.strictObject({ transfers: requested, card_payments: requested }).default({}),
  tos_acceptance: z
    .strictObject({ service_agreement: z.enum(['full', 'recipient']).default('full') })
    .optional(),
  metadata: metadata.optional(),
  expand: expansions.optional(),
})

/** POST /v1/accounts: the form of controller properties only; the types of before are not for new accounts. */
export function prepareAccount(world: World, form: FormObject): () => unknown {
  const params = readParams(CreateParams, form)
  const { controller, capabilities } = params
  const wanted = {
    country: params.country,
    agreement: params.tos_acceptance?.service_agreement ?? ('full' as const),
    cardPayments: capabilities.card_payments?.requested ?? false,
    transfers: capabilities.transfers?.requested ?? false,
  }
  checkAccount(world, wanted)
  return () => {
    const asked = [
      ...(wanted.cardPayments ? (['card_payments'] as const) : []),
      ...(wanted.transfers ? (['transfers'] as const) : []),
    ]
    const account = newAccount(
      {
        country: wanted.country,
        agreement: wanted.agreement,
        capabilities: asked,
        controller: {
          feesPayer: controller.fees.payer,
          losses: controller.losses.payments,
          dashboard: controller.stripe_dashboard.type,
          collection: controller.requirement_collection,
        },
        email: params.email ?? null,
        metadata: params.metadata ?? {},
      },
      world.now(),
    )
    world.store.state.accounts.set(account.id, { id: account.id, account, balance: {} })
    return account
  }
}

/** GET /v1/accounts/:id */
export function retrieveAccount(world: World, form: FormObject, id: string): unknown {
  readParams(z.strictObject({ expand: expansions.optional() }), form)
  return findAccount(world, id, 'account').account
}

const LinkParams = z.strictObject({
  account: z.string(),
  type: z.literal('account_onboarding'),
  refresh_url: address,
  return_url: address,
  collect: z.enum(['currently_due', 'eventually_due']).optional(),
})

/** POST /v1/account_links */
export function prepareAccountLink(world: World, form: FormObject): () => unknown {
  const params = readParams(LinkParams, form)
  return () => {
    const { id: account } = findAccount(world, params.account, 'account')
    const id = newId('', 32)
    const created = world.realNow()
    const expiresAt = created + LINK_SECONDS
    const { refresh_url: refreshUrl, return_url: returnUrl } = params
    world.store.state.accountLinks.set(id, { id, account, expiresAt, used: false, refreshUrl, returnUrl })
    return {
      object: 'account_link' as const,
      created,
      expires_at: expiresAt,
      url: `${world.origin}/setup/${id}`,
    }
  }
}

export function findAccount(world: World, id: string, param: string): AccountRecord {
  const record = world.store.state.accounts.get(id)
  if (record === undefined) throw resourceMissing('account', id, param)
  return record
}

/** The seller has told everything; Stripe believes her at once, or looks at her papers first. */
export function submitDetails(world: World, record: AccountRecord, isChecked: boolean): void {
  const { account } = record
  account.details_submitted = true
  account.business_type = 'individual'
  account.tos_acceptance = { ...account.tos_acceptance, date: world.now(), ip: '127.0.0.1' }
  if (!isChecked) {
    verifyAccount(world, record)
    return
  }
  account.requirements = requirements([], 'requirements.pending_verification', [
    'individual.verification.document',
  ])
  setCapabilities(world, record, 'pending')
  appoint(world, world.delays.verification, { kind: 'account_verified', account: record.id })
  emit(world, 'account.updated', account, { account: record.id })
}

/** She has filled in a part: the rest is still asked for. */
export function submitPart(world: World, { id, account }: AccountRecord, left: readonly string[]): void {
  account.requirements = requirements(left, 'requirements.past_due')
  emit(world, 'account.updated', account, { account: id })
}

/** Everything is in order: money can be sent to her and goes on to her bank. */
export function verifyAccount(world: World, record: AccountRecord): void {
  const { account } = record
  account.requirements = requirements([], null)
  account.payouts_enabled = true
  account.charges_enabled = account.capabilities?.card_payments !== undefined
  setCapabilities(world, record, 'active')
  emit(world, 'account.updated', account, { account: record.id })
}

/** Stripe asks for something more, and stops the account until it has it; or for good. */
export function restrictAccount(
  world: World,
  record: AccountRecord,
  due: readonly string[],
  reason: 'requirements.past_due' | 'rejected.fraud' | 'under_review',
): void {
  const { account } = record
  account.requirements = requirements(due, reason)
  account.payouts_enabled = false
  account.charges_enabled = false
  setCapabilities(world, record, 'inactive')
  emit(world, 'account.updated', account, { account: record.id })
}

function setCapabilities(
  world: World,
  { id, account }: AccountRecord,
  status: 'active' | 'inactive' | 'pending',
): void {
  const names = Object.keys(account.capabilities ?? {})
  account.capabilities = Object.fromEntries(names.map((name) => [name, status]))
  for (const name of names) {
    const capability = { id: name, object: 'capability', account: id, requested: true, status }
    const { requirements: asked, created = null } = account
    const object = { ...capability, requested_at: created, requirements: asked }
    emit(world, 'capability.updated', object, { account: id })
  }
}
