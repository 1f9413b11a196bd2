import Stripe from 'stripe'
import type { PayoutOrder, Period } from './balance'
import type { EvidenceOrder, EvidenceUpload } from './disputes'
import type { CheckoutOrder, PaymentGateway, RefundOrder, WebhookDelivery } from './payment-gateway'
import type { CheckoutQuery, UndeliveredQuery } from './payments'
import type { OnboardingOrder, ReversalOrder, SellerAccountOrder, TransferOrder } from './sellers'
import * as balance from './stripe-balance.server'
import * as checkout from './stripe-checkout.server'
import { stripeClient } from './stripe-client.server'
import * as disputes from './stripe-disputes.server'
import * as events from './stripe-events.server'
import { checkStripeOptions, isLiveKey, type StripeOptions } from './stripe-options'
import * as payments from './stripe-payments.server'
import * as sellers from './stripe-sellers.server'
import * as transfers from './stripe-transfers.server'

/** Where the platform's own account is kept: there is no Stripe account on the mainland. */
const DEFAULT_COUNTRY = 'HK'

/**
 * Stripe behind the shop's words; what it does stands in the files beside it, one a noun. They alone import the SDK.
 * Offline it is the same class, pointed at the sandbox by `apiBase`.
 */
export class StripeGateway implements PaymentGateway {
  readonly livemode: boolean
  readonly apiVersion = Stripe.API_VERSION
  readonly #stripe: Stripe
  readonly #secrets: { platform: string; connect: string | undefined }
  readonly #country: string

  /** Refuses unsafe settings: see `checkStripeOptions`. */
  constructor(options: StripeOptions) {
    checkStripeOptions(options)
    this.livemode = isLiveKey(options.secretKey)
    this.#secrets = { platform: options.webhookSecret, connect: options.connectWebhookSecret }
    this.#country = options.country ?? DEFAULT_COUNTRY
    this.#stripe = stripeClient(options)
  }

  startCheckout(order: CheckoutOrder) {
    return checkout.startCheckout(this.#stripe, order)
  }

  readCheckout(sessionId: string) {
    return checkout.readCheckout(this.#stripe, sessionId)
  }

  expireCheckout(sessionId: string) {
    return checkout.expireCheckout(this.#stripe, sessionId)
  }

  listCheckouts(query: CheckoutQuery) {
    return checkout.listCheckouts(this.#stripe, query)
  }

  findCheckout(query: { operationId: string; createdAfter: Date }) {
    return checkout.findCheckout(this.#stripe, query)
  }

  readPayment(paymentRef: string) {
    return payments.readPayment(this.#stripe, paymentRef)
  }

  findRefusedCards(paymentRef: string) {
    return payments.findRefusedCards(this.#stripe, paymentRef)
  }

  refund(order: RefundOrder) {
    return payments.refund(this.#stripe, order)
  }

  readRefund(refundRef: string) {
    return payments.readRefund(this.#stripe, refundRef)
  }

  findRefunds(paymentRef: string) {
    return payments.findRefunds(this.#stripe, paymentRef)
  }

  readDispute(disputeRef: string) {
    return disputes.readDispute(this.#stripe, disputeRef)
  }

  listDisputes(query: { createdAfter: Date }) {
    return disputes.listDisputes(this.#stripe, query)
  }

  uploadEvidence(upload: EvidenceUpload) {
    return disputes.uploadEvidence(this.#stripe, upload)
  }

  submitEvidence(order: EvidenceOrder) {
    return disputes.submitEvidence(this.#stripe, order)
  }

  acceptDispute(order: { operationId: string; disputeRef: string }) {
    return disputes.acceptDispute(this.#stripe, order)
  }

  openSellerAccount(order: SellerAccountOrder) {
    return sellers.openSellerAccount(this.#stripe, this.#country, order)
  }

  onboardingLink(order: OnboardingOrder) {
    return sellers.onboardingLink(this.#stripe, order)
  }

  readSeller(accountRef: string) {
    return sellers.readSeller(this.#stripe, accountRef)
  }

  transfer(order: TransferOrder) {
    return transfers.transfer(this.#stripe, order)
  }

  readTransfer(transferRef: string) {
    return transfers.readTransfer(this.#stripe, transferRef)
  }

  findTransfers(group: string) {
    return transfers.findTransfers(this.#stripe, group)
  }

  reverseTransfer(order: ReversalOrder) {
    return transfers.reverseTransfer(this.#stripe, order)
  }

  findReversals(transferRef: string) {
    return transfers.findReversals(this.#stripe, transferRef)
  }

  readBalance() {
    return balance.readBalance(this.#stripe)
  }

  listBalanceTransactions(query: Period & { cursor?: string | undefined }) {
    return balance.listBalanceTransactions(this.#stripe, query)
  }

  payOut(order: PayoutOrder) {
    return balance.payOut(this.#stripe, order)
  }

  readPayout(payoutRef: string) {
    return balance.readPayout(this.#stripe, payoutRef)
  }

  listPayouts(query: { createdAfter: Date }) {
    return balance.listPayouts(this.#stripe, query)
  }

  listUndeliveredEvents(query: UndeliveredQuery) {
    return events.listUndeliveredEvents(this.#stripe, query)
  }

  readEvent(eventRef: string, accountRef?: string) {
    return events.readEvent(this.#stripe, eventRef, accountRef)
  }

  parseWebhook(delivery: WebhookDelivery) {
    return events.parseWebhook(this.#stripe, this.#secrets[delivery.endpoint ?? 'platform'], delivery)
  }
}
