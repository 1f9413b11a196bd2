import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '~/platform/calendar'
import { action, loader } from '../../app/routes/admin/commission'
import { buildGround } from '../fixtures/world'
import { signInAsStaff } from './sign-in-as'

const context = { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' }
let cookie = ''

beforeAll(async () => {
  await buildGround()
  cookie = (await signInAsStaff('13800007003', 'admin')).cookie
})

const address = 'http://127.0.0.1:3000/admin/commission'
const load = (query = '') =>
  loader({ request: new Request(`${address}${query}`, { headers: { Cookie: cookie } }), params: {}, context })
const post = (fields: Record<string, string>) =>
  action({
    request: new Request(address, {
      method: 'POST',
      headers: { Cookie: cookie },
      body: new URLSearchParams(fields),
    }),
    params: {},
    context,
  })

describe('the screen of commission rules', () => {
  it('shows what applies, and tries it on goods', async () => {
    expect(await load('?price=200&kind=workshop')).toMatchObject({
      now: [{ priority: 1000, bps: 500 }],
      later: [],
      trial: { kind: 'workshop', result: { priceFen: 20000, commissionFen: 1000, restFen: 19000 } },
    })
    expect(await load('?price=zwei')).toMatchObject({
      trial: { price: 'zwei', isPrice: false, result: null },
    })
  })

  it('says beside the field what is wrong, keeps what was typed, and takes what is right', async () => {
    const { today, tomorrow, crafts } = await load()
    const right = {
      intent: 'add',
      craftId: crafts[0]?.id ?? '',
      sellerKind: '',
      campaign: '',
      priority: '20',
      bps: '4.5',
      taxBps: '0',
      from: tomorrow,
      until: '',
      note: '试行',
    }
    const wrong = await post({ ...right, bps: '四', from: today })
    expect([wrong.status, await wrong.json()]).toMatchObject([
      422,
      { errors: { bps: '请填 0 到 100 之间的数，最多两位小数，比如 5 或 5.25。' }, values: { bps: '四' } },
    ])
    const past = await post({ ...right, from: today })
    expect(await past.json()).toMatchObject({ errors: { from: '最早从明天起：今天和以前卖出的不能改。' } })
    const done = await post(right)
    expect([done.status, done.headers.get('Location')]).toEqual([303, '/admin/commission?said=added'])
    const { later } = await load('?said=added')
    expect(later).toMatchObject([{ bps: 450, from: tomorrow }])
    const ended = await post({ intent: 'end', ruleId: later[0]?.id ?? '', from: addDays(tomorrow, 1) })
    expect(ended.headers.get('Location')).toBe('/admin/commission?said=ended')
  })
})
