import { beforeAll, describe, expect, it } from 'vitest'
import { findRates } from '~/modules/rates/find-rate.server'
import { addDays } from '~/platform/calendar'
import { action, loader } from '../../app/routes/admin/rates'
import { buildGround } from '../fixtures/world'
import { signInAsStaff } from './sign-in-as'

const context = { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' }
const address = 'http://127.0.0.1:3000/admin/rates'
let cookie = ''

beforeAll(async () => {
  await buildGround()
  cookie = (await signInAsStaff('13800007013', 'admin')).cookie
})

const load = () =>
  loader({ request: new Request(address, { headers: { Cookie: cookie } }), params: {}, context })
const post = (fields: Record<string, string>) =>
  action({
    request: new Request(address, {
      method: 'POST',
      headers: { Cookie: cookie },
      body: new URLSearchParams({ source: '中间价', ...fields }),
    }),
    params: {},
    context,
  })
const rateOf = async (currency: string) => (await findRates()).find((rate) => rate.currency === currency)

describe('the screen of rates', () => {
  it('takes the rates of a day, leaves the others, and the row written last holds', async () => {
    const { today } = await load()
    expect((await post({ day: today, USD: '７０８．１５', EUR: '' })).status).toBe(303)
    expect(await rateOf('USD')).toEqual({ currency: 'USD', cnyPer100: 708.15, day: today })
    expect(await rateOf('EUR')).toBeUndefined()
    await post({ day: today, USD: '708.25' })
    await post({ day: addDays(today, -3), USD: '700' })
    expect(await rateOf('USD')).toMatchObject({ cnyPer100: 708.25, day: today })
  })

  it('shows no rate older than a month, and refuses a day to come, nothing, and what is no number', async () => {
    const { today } = await load()
    await post({ day: addDays(today, -30), GBP: '940' })
    expect(await rateOf('GBP')).toBeUndefined()
    await post({ day: addDays(today, -29), GBP: '940' })
    expect(await rateOf('GBP')).toMatchObject({ cnyPer100: 940 })
    const wrong: [Record<string, string>, object][] = [
      [{ day: addDays(today, 1), USD: '700' }, { day: '这一天还没到' }],
      [{ day: today }, { USD: '至少写一个' }],
      [{ day: today, USD: '0' }, { USD: expect.stringContaining('小数点') }],
      [{ day: today, USD: '7,08.123456' }, { USD: expect.stringContaining('小数点') }],
    ]
    for (const [fields, errors] of wrong) {
      const answer = await post(fields)
      expect([answer.status, await answer.json()]).toMatchObject([422, { errors, values: fields }])
    }
  })
})
