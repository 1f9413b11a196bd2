import { beforeAll, describe, expect, it } from 'vitest'
import { secretIndex } from '~/modules/people/secret-index.server'
import { seal } from '~/platform/secrets/envelope.server'
import { buildKnot, buildRate, placeAbroad } from '../../../tests/fixtures/abroad'
import { owner } from '../../../tests/fixtures/owner'
import { order } from '../../../tests/fixtures/shopping'
import { buildActor, buildCart, buildGround, buildPerson, buildSeller } from '../../../tests/fixtures/world'
import { unsafeIsToHerMail, unsafeJoinByMail } from './join-by-mail.server'

let variantId = ''
beforeAll(async () => {
  await buildGround()
  await buildRate()
  const { sellerId } = await buildSeller()
  variantId = (await buildKnot({ sellerId })).variantId
})

/** A buyer who signs in by the link that comes to this address. */
async function buildByMail(email: string) {
  const person = await buildPerson({ village: null })
  const { personId, key } = person
  const place = { table: 'PersonSecret', column: 'email', row: personId }
  await owner.personSecret.create({
    data: {
      ...{ personId, field: 'email', keyId: key.keyId, cipher: seal(key, email, place) },
      blindIndex: secretIndex('email', email),
    },
  })
  return buildActor({ role: 'buyer', person })
}

describe('a guest’s order abroad', () => {
  it('becomes hers whose address its letters go to, and nobody else’s', async () => {
    const [hers, other] = [
      await buildByMail('j.beispiel@example.com'),
      await buildByMail('other@example.com'),
    ]
    const { orderId } = await placeAbroad(await buildCart([{ variantId }]))
    await expect(unsafeJoinByMail({ actor: other, orderId })).rejects.toMatchObject({ status: 403 })
    expect(await unsafeIsToHerMail({ actor: hers, orderId })).toBe(true)
    expect(await unsafeJoinByMail({ actor: hers, orderId })).toBe('joined')
    expect(await unsafeIsToHerMail({ actor: hers, orderId })).toBe(false)
  })

  it('is not joined so within the mainland, where a code to the phone does it: it has no address for letters', async () => {
    const { orderId } = await order(await buildCart([{ variantId }]))
    expect(await unsafeIsToHerMail({ actor: await buildByMail('third@example.com'), orderId })).toBe(false)
  })
})
