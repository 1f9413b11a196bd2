import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { secretIndex } from '~/modules/people/secret-index.server'
import { findText } from '~/modules/settings/find-text.server'
import { seal } from '~/platform/secrets/envelope.server'
import { owner, passSeconds } from '../../../tests/fixtures/owner'
import { book, payables } from '../../../tests/fixtures/payouts'
import { buildActor, buildGround, buildSeller } from '../../../tests/fixtures/world'
import { closeCard } from './close-card.server'
import { findPurses } from './find-purses.server'
import { registerCard } from './register-card.server'
import { requestCardCode } from './request-card-code.server'

beforeAll(buildGround)

let phones = 13_700_000_000

async function sellerWithPhone() {
  const seller = await buildSeller()
  phones += 1
  const { personId, key } = seller.person
  await owner.personSecret.create({
    data: {
      personId,
      field: 'phone',
      keyId: key.keyId,
      cipher: seal(key, String(phones), { table: 'PersonSecret', column: 'phone', row: personId }),
      blindIndex: secretIndex('phone', String(phones)),
    },
  })
  return seller
}

async function codeFor(actor: Actor): Promise<string> {
  await passSeconds(61)
  const { shownCode } = await requestCardCode({ actor, address: '127.0.0.1' })
  return shownCode ?? ''
}

const card = (purse: string, code: string) => ({
  purse,
  bankName: '示例农村信用社',
  number: '4242424242424242',
  holder: '示例',
  relation: 'self' as const,
  textVersionId: null,
  code,
})

const cardsOf = async (actor: Actor) => (await findPurses({ actor })).flatMap(({ cards }) => cards)

describe('registering a card', () => {
  it('takes her own code, seals the number, and waits before it is used', async () => {
    const { actor, sellerId } = await sellerWithPhone()
    await book({ sellerId }, 'payable', 1_000n)
    await registerCard({ actor, card: card(sellerId, await codeFor(actor)) })
    const [row] = await owner.bankAccount.findMany({ where: { party: { sellerId } } })
    expect(row).toMatchObject({ last4: '4242', relation: 'self', consentId: null, closedAt: null })
    expect(Buffer.from(row?.numberCipher ?? []).toString('latin1')).not.toContain('4242')
    const outcome = async () => (await payables()).find((one) => one.sellerId === sellerId)?.outcome
    expect(await outcome()).toBe('cooling_off')
    expect(await cardsOf(actor)).toMatchObject([{ last4: '4242', usableFrom: expect.any(String) }])
    await passSeconds(24 * 60 * 60)
    expect(await outcome()).toBe('ready')
    expect(
      await owner.auditEvent.count({ where: { action: 'card.registered', actorUserId: actor.userId } }),
    ).toBe(1)
  })

  it('refuses a wrong code, one used before, a number that is none, and writes nothing', async () => {
    const { actor, sellerId } = await sellerWithPhone()
    const code = await codeFor(actor)
    const wrong = code === '111111' ? '222222' : '111111'
    await expect(registerCard({ actor, card: card(sellerId, wrong) })).rejects.toMatchObject({
      field: 'code',
    })
    const odd = { ...card(sellerId, code), number: '4242424242424243' }
    await expect(registerCard({ actor, card: odd })).rejects.toMatchObject({ key: 'card.numberCheck' })
    await registerCard({ actor, card: card(sellerId, code) })
    await expect(registerCard({ actor, card: card(sellerId, code) })).rejects.toMatchObject({ field: 'code' })
    expect(await cardsOf(actor)).toHaveLength(1)
  })

  it('in another name needs the relation and her consent to the text that she was shown', async () => {
    const { actor, sellerId, person } = await sellerWithPhone()
    const text = await findText('account_in_other_name', 'zh-CN')
    const code = await codeFor(actor)
    const his = { ...card(sellerId, code), relation: 'spouse' as const }
    await expect(registerCard({ actor, card: his })).rejects.toMatchObject({ key: 'card.agreeFirst' })
    await registerCard({ actor, card: { ...his, textVersionId: text?.id ?? null } })
    const [row] = await owner.bankAccount.findMany({
      where: { party: { sellerId } },
      include: { consent: true },
    })
    expect(row).toMatchObject({
      relation: 'spouse',
      consent: { personId: person.personId, means: 'code', textVersionId: text?.id, withdrawnAt: null },
    })
  })

  it('is nobody else’s: not a helper’s, not another seller’s', async () => {
    const { sellerId } = await sellerWithPhone()
    const other = await sellerWithPhone()
    const code = await codeFor(other.actor)
    await expect(registerCard({ actor: other.actor, card: card(sellerId, code) })).rejects.toMatchObject({
      status: 404,
    })
    const helper = await buildActor({ role: 'broker', sellerIds: [sellerId] })
    await expect(registerCard({ actor: helper, card: card(sellerId, '111111') })).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('closing a card', () => {
  it('is hers alone, and once', async () => {
    const { actor, sellerId } = await sellerWithPhone()
    await registerCard({ actor, card: card(sellerId, await codeFor(actor)) })
    const [{ id: cardId } = { id: '' }] = await cardsOf(actor)
    const other = await sellerWithPhone()
    await expect(closeCard({ actor: other.actor, cardId })).rejects.toMatchObject({ status: 404 })
    await closeCard({ actor, cardId })
    await closeCard({ actor, cardId })
    expect(await cardsOf(actor)).toEqual([])
    expect(await owner.auditEvent.count({ where: { action: 'card.closed', subjectId: cardId } })).toBe(1)
  })
})
