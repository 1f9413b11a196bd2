import { beforeAll, expect, it } from 'vitest'
import { action } from '../../app/routes/desk/today'
import { owner, passDays } from '../fixtures/owner'
import { order, pay } from '../fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller, regionId } from '../fixtures/world'
import { signInAsStaff } from './sign-in-as'

const context = { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' }
let chen: Awaited<ReturnType<typeof signInAsStaff>>
let li: Awaited<ReturnType<typeof signInAsStaff>>
let ma: Awaited<ReturnType<typeof signInAsStaff>>
let parcel: string
let others: string[]

beforeAll(async () => {
  await buildGround()
  const { sellerId } = await buildSeller()
  const piece = await buildPiece({ sellerId, stock: 3 })
  const sell = async () => {
    const { orderId } = await order(await buildCart([piece]))
    await pay(orderId)
    return (await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })).id
  }
  parcel = await sell()
  others = [await sell(), await sell()]
  await passDays(40)
  const county = await regionId('620123')
  chen = await signInAsStaff('13900009201', 'coordinator', county)
  li = await signInAsStaff('13900009202', 'coordinator', county)
  ma = await signInAsStaff('13900009203', 'finance')
  for (const { userId } of [chen, li]) {
    const { personId } = await owner.user.findUniqueOrThrow({ where: { id: userId } })
    await owner.person.update({ where: { id: personId }, data: { name: '示例' } })
  }
})

const post = ({ cookie }: typeof chen, form: Record<string, string>) =>
  action({
    request: new Request('http://127.0.0.1:3000/en/desk', {
      method: 'POST',
      headers: { Cookie: cookie },
      body: new URLSearchParams({ subject: parcel, queue: 'parcel', ...form }),
    }),
    params: {},
    context,
  })

it('a late parcel is taken up, given and let go of on the first page, where it stands', async () => {
  const taken = await post(chen, { intent: 'take' })
  expect([taken.status, taken.headers.get('Location')]).toEqual([303, '/en/desk'])
  expect(await owner.workClaim.findFirst({ where: { subjectId: parcel } })).toMatchObject({
    queue: 'parcel',
    userId: chen.userId,
  })
  const late = await post(li, { intent: 'take' })
  expect(late.status).toBe(409)
  expect(await late.json()).toMatchObject({ formError: expect.stringMatching(/on this piece/) })
  await post(chen, { intent: 'give', to: li.userId })
  expect(await owner.workClaim.findFirst({ where: { subjectId: parcel } })).toMatchObject({
    userId: li.userId,
    givenById: chen.userId,
  })
  await post(li, { intent: 'release' })
  expect(await owner.workClaim.count({ where: { subjectId: parcel } })).toBe(0)
})

it('several late parcels go to a colleague at once; what she may not have is told beside the others', async () => {
  const [first = '', second = ''] = others
  await post(li, { intent: 'take', subject: second })
  const give = async (picks: string[], to: string) => {
    const body = new URLSearchParams({ intent: 'give-many', queue: 'parcel', to })
    for (const pick of picks) body.append('picks', pick)
    return action({
      request: new Request('http://127.0.0.1:3000/en/desk', {
        method: 'POST',
        headers: { Cookie: chen.cookie },
        body,
      }),
      params: {},
      context,
    })
  }
  const none = await give([], li.userId)
  expect(none.status).toBe(422)
  expect(await none.json()).toMatchObject({ errors: { picks: expect.stringMatching(/Choose/) } })
  const given = await give([parcel, first, second, crypto.randomUUID()], li.userId)
  expect(await given.json()).toMatchObject({
    errors: {},
    given: [
      { subjectId: parcel, isDone: true },
      { subjectId: first, isDone: true },
      { subjectId: second, isDone: false, text: expect.stringMatching(/on this piece/) },
    ],
  })
  const claims = await owner.workClaim.findMany({ where: { subjectId: { in: [parcel, ...others] } } })
  expect(claims.map(({ userId, givenById }) => [userId, givenById])).toEqual(
    expect.arrayContaining([
      [li.userId, chen.userId],
      [li.userId, null],
    ]),
  )
  const stranger = await give([first], ma.userId)
  expect(await stranger.json()).toMatchObject({ given: [{ subjectId: first, isDone: false }] })
  await owner.workClaim.deleteMany()
})

it('what stands in a queue of its own, or is another role’s, is not', async () => {
  for (const [who, form] of [
    [chen, { queue: 'payout', intent: 'take' }],
    [ma, { intent: 'take' }],
    [chen, { queue: 'listing', intent: 'take' }],
    [chen, { intent: 'approve' }],
  ] as const) {
    const answered = await post(who, form).catch((thrown: unknown) => thrown)
    expect(answered).toMatchObject({ status: 400 })
  }
  expect(await owner.workClaim.count()).toBe(0)
})
