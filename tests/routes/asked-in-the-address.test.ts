import { beforeAll, describe, expect, it } from 'vitest'
import { action as report } from '../../app/routes/admin/platform-report'
import { loader as place } from '../../app/routes/admin/region'
import { loader as household } from '../../app/routes/desk/household'
import { loader as transfers } from '../../app/routes/desk/transfers'
import { buildGround, buildHousehold, regionId } from '../fixtures/world'
import { type SignedIn, signInAsStaff } from './sign-in-as'

/** What is asked in an address is refused as a posted form is: beside the field, in her language, with what she typed. */

const context = { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' }
let desk: SignedIn
let finance: SignedIn
let admin: SignedIn
let householdId = ''

beforeAll(async () => {
  await buildGround()
  desk = await signInAsStaff('13900009401', 'coordinator', await regionId('620123'))
  finance = await signInAsStaff('13900009402', 'finance')
  admin = await signInAsStaff('13900009403', 'admin')
  householdId = (await buildHousehold()).householdId
})

const ask = ({ cookie }: SignedIn, address: string, params = {}, body?: URLSearchParams) => ({
  request: new Request(`http://127.0.0.1:3000${address}`, {
    headers: { Cookie: cookie },
    ...(body ? { method: 'POST', body } : {}),
  }),
  params,
  context,
})

describe('a question in the address', () => {
  it('for somebody who joins a household needs words', async () => {
    const look = async (query: string, language = '') =>
      (await household(ask(desk, `${language}/desk/households/${householdId}${query}`, { householdId })))
        .unasked
    expect(await look('')).toBeNull()
    expect(await look('?find=%E7%8E%8B')).toBeNull()
    expect((await look('?find=+'))?.errors).toEqual({ find: '这一项要填。' })
    expect((await look('?find=', '/en'))?.errors).toEqual({ find: 'Please fill this in.' })
  })

  it('for an order’s transfer needs a number of an order, and keeps what is none', async () => {
    const look = async (query: string) => (await transfers(ask(finance, `/desk/transfers${query}`))).failure
    expect(await look('')).toBeNull()
    expect((await look('?number='))?.errors).toEqual({ number: '这一项要填。' })
    expect(await look('?number=12')).toMatchObject({
      errors: { number: expect.stringContaining('2611-000001') },
      values: { number: '12' },
    })
  })

  it('for where a place would go needs both codes, and says which is wrong', async () => {
    const code = '620123100201'
    const look = async (query: string) =>
      (await place(ask(admin, `/admin/regions/${code}${query}`, { code }))).unasked
    expect(await look('')).toBeNull()
    const failure = await look('?to=620123100&code=x')
    expect([Object.keys(failure?.errors ?? {}), failure?.values.to]).toEqual([['code'], '620123100'])
  })

  it('for the file of the tax office needs a reason, which is posted and led to the file', async () => {
    const post = (reason: string) =>
      report(
        ask(
          finance,
          '/admin/platform-report',
          {},
          new URLSearchParams({ intent: 'file', reportId: householdId, reason }),
        ),
      )
    expect((await (await post('')).json()).errors).toEqual({ reason: expect.any(String) })
    const led = await post('季度 报送')
    expect(led.headers.get('Location')).toBe(
      `/admin/platform-report/${householdId}/file?${new URLSearchParams({ reason: '季度 报送' })}`,
    )
  })
})
