import { beforeAll, expect, it } from 'vitest'
import { saveAddress } from '~/modules/addresses/save-address.server'
import { saveStep } from '~/modules/applications/save-step.server'
import { submitApplication } from '~/modules/applications/submit-application.server'
import { turnDownApplication } from '~/modules/applications/turn-down-application.server'
import type { Actor } from '~/modules/auth/actor'
import { startSession } from '~/modules/auth/start-session.server'
import { followMaker } from '~/modules/favourites/follow-maker.server'
import { keepPiece } from '~/modules/favourites/keep-piece.server'
import { writeInvoice } from '~/modules/invoices/sealed-invoice.server'
import { confirmProof, refuseProof } from '~/modules/mandates/decide-proof.server'
import { findProofs } from '~/modules/mandates/find-proofs.server'
import { handInProof } from '~/modules/mandates/hand-in-proof.server'
import { openProof } from '~/modules/mandates/open-proof.server'
import { proposeMandate } from '~/modules/mandates/propose-mandate.server'
import { unsafeJoinOrder } from '~/modules/orders/join-order.server'
import { secretIndex } from '~/modules/people/secret-index.server'
import { answerQuestion } from '~/modules/questions/answer-question.server'
import { askQuestion } from '~/modules/questions/ask-question.server'
import { answerCorrection } from '~/modules/records/answer-correction.server'
import { askCorrection } from '~/modules/records/ask-correction.server'
import { addDays, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { seal } from '~/platform/secrets/envelope.server'
import { allTables } from '../../../prisma/personal-data/inventory'
import { creditCode, fillApplication } from '../../../tests/fixtures/applications'
import { owner } from '../../../tests/fixtures/owner'
import { placeForm, sell, totalOf } from '../../../tests/fixtures/shopping'
import { webmBytes } from '../../../tests/fixtures/voices'
import {
  buildActor,
  buildBankAccount,
  buildCart,
  buildConsent,
  buildGround,
  buildPiece,
  buildSeller,
} from '../../../tests/fixtures/world'
import { exportOwnData } from './export-own-data.server'

/** Everything that somebody has who buys, keeps, asks, sells and is paid, as the file about herself says it. */
let file: unknown

/** Left with a present that she ordered without an account. */
const ownPhone = '13800009912'

beforeAll(async () => {
  await buildGround()
  const [{ actor, sellerId, person }, other] = [await buildSeller(), await buildSeller()]
  const own = await buildPiece({ sellerId, stock: 10 })
  const piece = await buildPiece({ sellerId: other.sellerId, stock: 10 })
  const { personId, userId } = actor
  await owner.person.update({ where: { id: personId }, data: { name: '林若溪' } })
  const phone = '13900005276'
  await owner.personSecret.create({
    data: {
      personId,
      field: 'phone',
      keyId: person.key.keyId,
      cipher: seal(person.key, phone, { table: 'PersonSecret', column: 'phone', row: personId }),
      blindIndex: secretIndex('phone', phone),
    },
  })
  const fields = {
    name: '林若溪',
    phone: '13800001276',
    province: '11',
    county: '东城区',
    line: '示例路 1 号',
  }
  await saveAddress({ actor, form: { ...fields, isDefault: true }, addressId: null })
  const consentId = await buildConsent(personId, 'account_in_other_name')
  await owner.consent.update({ where: { id: consentId }, data: { withdrawnAt: new Date() } })
  const text = await owner.textVersion.findFirstOrThrow({ where: { kind: 'account_in_other_name' } })
  await owner.agreement.create({ data: { userId, textVersionId: text.id } })
  await inScope({ job: 'sign_in' }, (tx) =>
    startSession(tx, { userId, oldToken: null, device: 'Android · Chrome' }),
  )
  const visitor = { userId, tokens: [] }
  await keepPiece({ visitor, slug: piece.slug })
  await followMaker({ visitor, slug: other.slug })
  await askQuestion({ visitor, slug: piece.slug, words: '可以挂在门外吗？', address: '10.0.0.1' })
  const question = await owner.question.findFirstOrThrow({ where: { productId: piece.productId } })
  await answerQuestion({ actor: other.actor, questionId: question.id, answer: '可以，雨天请收进来。' })
  const cartId = await buildCart([{ variantId: piece.variantId }])
  const present = { seenTotalFen: await totalOf(cartId), hidePrices: true, buyerPhone: ownPhone }
  const { orderId } = await placeForm(cartId, present)
  await unsafeJoinOrder({ actor, orderId })
  await owner.orderWords.create({ data: { orderId, note: '请慢慢做', giftNote: '生日快乐' } })
  const { id: partId } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
  await owner.cancelWords.create({ data: { sellerOrderId: partId, note: '买重了' } })
  await inScope({ person: personId }, (tx) =>
    writeInvoice(tx, orderId, {
      kind: 'personal',
      content: { title: '林若溪', taxNumber: null, email: 'lin@example.com' },
    }),
  )
  await owner.invoice.update({
    where: { orderId },
    data: {
      state: 'issued',
      number: '26117000000000000001',
      issuedOn: new Date('2026-11-28'),
      amountFen: 7800n,
      issuedById: userId,
    },
  })
  const card = await buildBankAccount({ sellerId, key: person.key })
  await owner.bankAccount.update({ where: { id: card }, data: { closedAt: new Date() } })
  await sell(actor, [{ variantId: own.variantId }])
  await speakTwice(sellerId)
  await applyTwice(actor)
  file = JSON.parse(JSON.stringify(await exportOwnData({ actor })))
})

/** What she said was turned down once and then confirmed. */
async function speakTwice(sellerId: string) {
  const [agent, desk] = [
    await buildActor({ role: 'buyer' }),
    await buildActor({ role: 'coordinator', region: '620123' }),
  ]
  const { slug } = await owner.seller.findUniqueOrThrow({ where: { id: sellerId } })
  const firstDay = dayOf(await appNow())
  const mandateId = await proposeMandate({
    actor: agent,
    terms: {
      shop: slug,
      agentKind: 'family',
      scope: ['list'],
      capPercent: 0,
      firstDay,
      lastDay: addDays(firstDay, 30),
    },
  })
  for (const refusal of ['听不清是谁在说', null]) {
    const proof = { means: 'voice' as const, seconds: 12, bytes: webmBytes(7) }
    await handInProof({ actor: agent, mandateId, proof })
    const [waiting] = (await findProofs({ actor: desk, locale: 'zh-CN' })).rows.filter(
      (one) => one.sellerId === sellerId,
    )
    const proofId = waiting?.id ?? ''
    await openProof({ actor: desk, proofId, reason: '核对她的同意' })
    if (refusal) await refuseProof({ actor: desk, proofId, refusal })
    else await confirmProof({ actor: desk, proofId })
  }
}

/** She was refused as a workshop, and has begun to apply as a household; what she asked to have corrected was answered. */
async function applyTwice(actor: Actor) {
  const desk = await buildActor({ role: 'coordinator', region: '620123' })
  const today = dayOf(await appNow())
  await fillApplication(actor, { kind: 'workshop' })
  const licence = { licenceName: '示例坊', licenceCode: creditCode, licenceUntil: addDays(today, 30) }
  await saveStep({ actor, answer: { step: 'licence', ...licence } })
  await submitApplication({ actor })
  const { id: applicationId } = await owner.sellerApplication.findFirstOrThrow({
    where: { personId: actor.personId },
  })
  await turnDownApplication({
    actor: desk,
    applicationId,
    to: 'refused',
    reasonCode: 'licence',
    words: '执照过期了',
  })
  await fillApplication(actor, { kind: 'household' })
  await saveStep({ actor, answer: { step: 'household', claim: 'registered', words: '我公公那一户' } })
  await askCorrection({ actor, field: 'other', words: '做了十三年' })
  const { id } = await owner.correctionRequest.findFirstOrThrow({ where: { personId: actor.personId } })
  await answerCorrection({ actor: desk, requestId: id, isCorrected: true, answer: '改好了' })
}

/** What stands at a place of the file: `orders[].contact.line`. */
function valuesAt(value: unknown, [step = '', ...rest]: string[]): unknown[] {
  const name = step.replace('[]', '')
  const entry = Object.entries(value ?? {}).find(([key]) => key === name)
  if (!entry) return []
  const found: unknown = entry[1]
  const next: unknown[] = step.endsWith('[]') && Array.isArray(found) ? found : [found]
  return rest.length === 0 ? next : next.flatMap((one) => valuesAt(one, rest))
}

const promised = allTables().flatMap(([table, { own }]) =>
  Object.entries(own ?? {}).map(([column, place]) => [`${table}.${column}`, place] as const),
)

it.each(promised)('%s stands in the file, at %s', (_, place) => {
  const found = valuesAt(file, place.split('.')).filter((value) => value !== null && value !== '')
  expect(found).not.toEqual([])
})

it('the phone that she left with a present stands in it beside its receiver’s', () => {
  expect(valuesAt(file, ['orders[]', 'ownPhone'])).toContain(ownPhone)
})

it('the inventory promises something', () => {
  expect(promised.length).toBeGreaterThan(40)
})
