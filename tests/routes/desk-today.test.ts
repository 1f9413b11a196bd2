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

beforeAll(async () => {
  await buildGround()
  const { sellerId } = await buildSeller()
  const { orderId } = await order(await buildCart([await buildPiece({ sellerId })]))
  await pay(orderId)
  await passDays(40)
  parcel = (await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })).id
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
