import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { PaymentGatewayError } from '~/platform/payments-sdk/payment-gateway'
import type { SellerSnapshot } from '~/platform/payments-sdk/sellers'
import { isConnectCountry, mainland } from './connect-countries'
import { recordConsent } from './record-consent.server'
import { requirePurse } from './require-purse.server'
import { keepConnectState } from './sync-connect-account.server'

type OpenInput = {
  actor: Actor
  purse: string
  country: string
  /** the text under which she ticked that her details go abroad; null when she did not */
  abroadTextId: string | null
}

/**
 * Opens her account with the payment provider, in the country of her bank, or goes on with one whose consent she had withdrawn. Nothing is sent before her own consent to that alone is
 * recorded (PIPL art. 39). The row is written first and its id is the idempotency key: a lost answer or a second press is one account. Refuses without the tick, the mainland of China (her bank card is the way), a country that the provider refuses, a purse that is not hers (404).
 */
export async function openConnectAccount(input: OpenInput): Promise<void> {
  const { actor, country } = input
  if (country === mainland) throw new Refusal('card.connectMainland', 422, {}, 'country')
  if (!isConnectCountry(country)) throw new Refusal('errors.badChoice', 422, {}, 'country')
  const account = await claimRow({ ...input, country })
  if (account.providerRef) return
  const snapshot = await askProvider(account)
  await inScope({ person: actor.personId }, async (tx) => {
    await keepConnectState(tx, account.id, snapshot)
    await recordAudit(tx, {
      actor,
      action: 'connect.opened',
      subject: { type: 'ConnectAccount', id: account.id },
      detail: { country: account.country },
    })
  })
}

type ClaimedRow = { id: string; partyId: string; country: string; providerRef: string | null }

function claimRow({ actor, purse, country, abroadTextId }: OpenInput): Promise<ClaimedRow> {
  return inScope({ person: actor.personId }, async (tx) => {
    const { partyId } = await requirePurse(tx, actor, purse)
    const own = { partyId, endedAt: null }
    const found = await tx.connectAccount.findFirst({
      where: own,
      select: { id: true, consent: { select: { withdrawnAt: true } } },
    })
    if (!found?.consent || found.consent.withdrawnAt) {
      const consentId = await recordConsent(tx, {
        actor,
        kind: 'payout_abroad',
        textId: abroadTextId,
        means: 'tick',
      })
      await (found
        ? tx.connectAccount.update({ where: { id: found.id }, data: { consentId }, select: { id: true } })
        : tx.connectAccount.create({ data: { partyId, country, consentId }, select: { id: true } }))
      await recordAudit(tx, {
        actor,
        action: 'connect.agreed',
        subject: { type: 'Consent', id: consentId },
      })
    }
    return tx.connectAccount.findFirstOrThrow({
      where: own,
      select: { id: true, partyId: true, country: true, providerRef: true },
    })
  })
}

/** A country that the provider refuses leaves no row behind: she may choose another. */
async function askProvider({ id, partyId, country }: ClaimedRow): Promise<SellerSnapshot> {
  try {
    return await paymentGateway().openSellerAccount({ operationId: id, sellerId: partyId, country })
  } catch (error) {
    if (!(error instanceof PaymentGatewayError) || error.failure !== 'refused') throw error
    await inScope({ job: 'payout' }, (tx) =>
      tx.connectAccount.deleteMany({ where: { id, providerRef: null } }),
    )
    throw new Refusal('card.connectRefused', 422, {}, 'country')
  }
}
