import { beforeAll, describe, expect, it } from 'vitest'
import type { LeaveOutAnswer } from '../../app/modules/flags/answer-leave-out.server'
import { blindIndex, seal } from '../../app/platform/secrets/envelope.server'
import { action } from '../../app/routes/desk/flags'
import { owner } from '../fixtures/owner'
import { pay, placeForm, totalOf } from '../fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller, regionId } from '../fixtures/world'
import { signInAsStaff } from './sign-in-as'

const context = { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' }
let desk: Awaited<ReturnType<typeof signInAsStaff>>

beforeAll(async () => {
  await buildGround()
  desk = await signInAsStaff('13900009101', 'coordinator', await regionId('620123'))
})

/** A sale to the phone of the one who sells it. */
async function buildFlagged(phone: string) {
  const { sellerId, person } = await buildSeller()
  await owner.personSecret.create({
    data: {
      personId: person.personId,
      field: 'phone',
      keyId: person.key.keyId,
      cipher: seal(person.key, phone, { table: 'PersonSecret', column: 'phone', row: person.personId }),
      blindIndex: blindIndex('phone', phone),
    },
  })
  const cartId = await buildCart([await buildPiece({ sellerId })])
  const { orderId, number } = await placeForm(cartId, { seenTotalFen: await totalOf(cartId), phone })
  await pay(orderId)
  const { id } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
  return { id, sellerId, pick: `${id}:${number}` }
}

async function post(locale: '' | '/en', picks: readonly string[], bulkReason: string) {
  const answered = await action({
    request: new Request(`http://127.0.0.1:3000${locale}/desk/flags`, {
      method: 'POST',
      headers: { Cookie: desk.cookie },
      body: new URLSearchParams([
        ['intent', 'leave-out'],
        ...picks.map((pick) => ['picks', pick]),
        ['bulkReason', bulkReason],
      ]),
    }),
    params: {},
    context,
  })
  return { status: answered.status, body: (await answered.json()) as LeaveOutAnswer }
}

const decisionOf = async (sellerOrderId: string) =>
  (await owner.orderFlag.findUniqueOrThrow({ where: { sellerOrderId } })).decision

describe('ticked sales that are left out together', () => {
  it('keep their ticks and the reason when the form has a fault, and nothing is decided', async () => {
    const [one, other] = [await buildFlagged('13900009111'), await buildFlagged('13900009112')]
    const short = await post('', [one.pick, other.pick], '嗯')
    expect(short).toMatchObject({
      status: 422,
      body: { ticked: [one.id, other.id], values: { bulkReason: '嗯' }, results: [] },
    })
    expect(short.body.errors.bulkReason).toBeTruthy()
    const torn = await post('', [one.pick, `${other.id}:?`], '问过本人')
    expect(torn).toMatchObject({
      status: 422,
      body: { ticked: [one.id, other.id], values: { bulkReason: '问过本人' } },
    })
    expect([await decisionOf(one.id), await decisionOf(other.id)]).toEqual([null, null])
  })

  it.each([
    { locale: '', phone: '139000092', why: '这一笔和您或您家里人有关，请别的联络员核对。' },
    { locale: '/en', phone: '139000093', why: /you or your family/ },
  ] as const)(
    'are decided but for the one that is refused, which stays ticked and says why ($locale)',
    async ({ locale, phone, why }) => {
      const [one, own, other] = [
        await buildFlagged(`${phone}21`),
        await buildFlagged(`${phone}22`),
        await buildFlagged(`${phone}23`),
      ]
      const { personId } = await owner.user.findUniqueOrThrow({ where: { id: desk.userId } })
      await owner.sellerPerson.create({
        data: {
          sellerId: own.sellerId,
          personId: personId ?? '',
          role: 'owner',
          validFrom: new Date('2020-01-01'),
        },
      })
      const { status, body } = await post(locale, [one.pick, own.pick, other.pick], '问过本人')
      expect(status).toBe(200)
      expect(body.ticked).toEqual([own.id])
      expect(body.values.bulkReason).toBe('问过本人')
      expect(body.results.map(({ isDone }) => isDone)).toEqual([true, false, true])
      expect(body.results[1]?.text).toMatch(why)
      expect([await decisionOf(one.id), await decisionOf(own.id), await decisionOf(other.id)]).toEqual([
        'left_out',
        null,
        'left_out',
      ])
    },
  )
})
