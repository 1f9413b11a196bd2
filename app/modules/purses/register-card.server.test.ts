import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { secretIndex } from '~/modules/people/secret-index.server'
import { findText } from '~/modules/settings/find-text.server'
import { seal } from '~/platform/secrets/envelope.server'
import { owner, passSeconds } from '../../../tests/fixtures/owner'
import { book, payables } from '../../../tests/fixtures/payouts'
import {
  buildActor,
  buildBankAccount,
  buildConsent,
  buildGround,
  buildSeller,
} from '../../../tests/fixtures/world'
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
    await passSeconds(72 * 60 * 60)
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

describe('a consent to another name', () => {
  async function written() {
    const seller = await buildSeller()
    const id = await buildBankAccount({ sellerId: seller.sellerId, key: seller.person.key })
    const write = (consent: string | null) =>
      owner.bankAccount.update({ where: { id }, data: { relation: 'spouse', consentId: consent } })
    return { seller, id, write }
  }
  const consentOf = (personId: string) => buildConsent(personId, 'account_in_other_name')

  it('is hers whose money it is, to that, standing, and for one account: the database sees to it', async () => {
    const { seller, write } = await written()
    const { personId } = seller.person
    await expect(write(null)).rejects.toThrow()
    const stranger = await buildSeller()
    await expect(write(await consentOf(stranger.person.personId))).rejects.toThrow('has not agreed')
    await expect(write(await buildConsent(personId, 'payout_abroad'))).rejects.toThrow('has not agreed')
    const withdrawn = await consentOf(personId)
    await owner.consent.update({ where: { id: withdrawn }, data: { withdrawnAt: new Date() } })
    await expect(write(withdrawn)).rejects.toThrow('has not agreed')
    const good = await consentOf(personId)
    await write(good)
    const second = await buildBankAccount({ sellerId: seller.sellerId, key: seller.person.key })
    const again = { relation: 'child' as const, consentId: good }
    await expect(owner.bankAccount.update({ where: { id: second }, data: again })).rejects.toThrow(
      'for another account',
    )
  })

  it('is for this holder, number and relation: another needs another', async () => {
    const { seller, id, write } = await written()
    await write(await consentOf(seller.person.personId))
    for (const data of [
      { relation: 'child' as const },
      { holderCipher: Buffer.from('another') },
      { numberCipher: Buffer.from('another') },
      { holderPersonId: seller.person.personId },
    ])
      await expect(owner.bankAccount.update({ where: { id }, data })).rejects.toThrow('another consent')
    await owner.bankAccount.update({
      where: { id },
      data: { bankName: '改名后的银行', closedAt: new Date() },
    })
  })

  it('never changes, and a withdrawal stays', async () => {
    const { person } = await buildSeller()
    const id = await consentOf(person.personId)
    await expect(owner.consent.update({ where: { id }, data: { givenAt: new Date(0) } })).rejects.toThrow()
    await owner.consent.update({ where: { id }, data: { withdrawnAt: new Date() } })
    await expect(owner.consent.update({ where: { id }, data: { withdrawnAt: null } })).rejects.toThrow()
  })

  it('ends with the card that it was for', async () => {
    const { seller, id, write } = await written()
    const consentId = await consentOf(seller.person.personId)
    await write(consentId)
    await closeCard({ actor: seller.actor, cardId: id })
    expect((await owner.consent.findUniqueOrThrow({ where: { id: consentId } })).withdrawnAt).not.toBeNull()
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
