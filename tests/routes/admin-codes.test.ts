import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '~/platform/calendar'
import { action as termAction, loader as termLoader } from '../../app/routes/admin/code'
import { action, loader } from '../../app/routes/admin/codes'
import { owner } from '../fixtures/owner'
import { buildGround, buildHousehold } from '../fixtures/world'
import { signInAsStaff } from './sign-in-as'

const context = { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' }
const address = 'http://127.0.0.1:3000/admin/codes'
let cookie = ''

beforeAll(async () => {
  await buildGround()
  cookie = (await signInAsStaff('13800007017', 'admin')).cookie
})

const load = (prefix = '') =>
  loader({
    request: new Request(address.replace('/admin', `${prefix}/admin`), { headers: { Cookie: cookie } }),
    params: {},
    context,
  })
const ask = (fields: Record<string, string>) =>
  new Request(address, { method: 'POST', headers: { Cookie: cookie }, body: new URLSearchParams(fields) })
const add = (fields: Record<string, string>) => action({ request: ask(fields), params: {}, context })
const change = (termId: string, fields: Record<string, string>) =>
  termAction({ request: ask(fields), params: { termId }, context })
const reason = '示例文件'
const words = { list: 'household_status', nameZh: '示例身份', nameEn: 'example status', validTo: '', reason }

describe('the screen of code tables', () => {
  it('adds a term, and says beside each field what is wrong while what was typed stays', async () => {
    const { today } = await load()
    const wrong = await add({ ...words, code: 'Wrong Code', nameZh: '', validFrom: 'x', reason: '' })
    expect([wrong.status, await wrong.json()]).toMatchObject([
      422,
      {
        errors: {
          code: expect.stringContaining('小写字母'),
          nameZh: expect.any(String),
          validFrom: expect.any(String),
          reason: expect.any(String),
        },
        values: { code: 'Wrong Code' },
      },
    ])
    const early = await add({ ...words, code: 'example', validFrom: today, validTo: addDays(today, -1) })
    expect(await early.json()).toMatchObject({ errors: { validTo: expect.stringContaining('晚于') } })
    expect((await add({ ...words, code: 'example', validFrom: today })).status).toBe(303)
    const again = await add({ ...words, code: 'example', validFrom: today })
    expect([again.status, await again.json()]).toMatchObject([409, { errors: { code: expect.any(String) } }])
    const { tables } = await load()
    expect(tables[0]?.terms).toContainEqual(
      expect.objectContaining({ code: 'example', standing: 'in_use', uses: 0 }),
    )
  })

  it('renames, refuses to end what is in use, merges once and opens none that never was', async () => {
    await buildHousehold({ statusCode: 'in_records' })
    const find = (code: string) =>
      owner.codeTerm.findFirstOrThrow({ where: { list: 'household_status', code } })
    const { id } = await find('in_records')
    const { today } = await load()
    const renamed = await change(id, { intent: 'rename', nameZh: '改了叫法', nameEn: 'renamed', reason })
    expect(renamed.headers.get('Location')).toBe(`/admin/codes/${id}?said=renamed`)
    const end = await change(id, { intent: 'end', validTo: today, reason })
    expect([end.status, await end.json()]).toMatchObject([
      409,
      { errors: { validTo: expect.stringContaining('还有 1 条记录') } },
    ])
    await add({ ...words, code: 'target', nameZh: '并入的', nameEn: 'target', validFrom: '2020-01-01' })
    const nowhere = await change(id, { intent: 'merge', into: '', reason })
    expect([nowhere.status, await nowhere.json()]).toMatchObject([422, { errors: { into: '请选一个。' } }])
    const into = (await find('target')).id
    expect((await change(id, { intent: 'merge', into, reason })).status).toBe(303)
    const twice = await change(id, { intent: 'merge', into, reason })
    expect([twice.status, await twice.json()]).toMatchObject([
      409,
      { formError: expect.stringContaining('并入「并入的」') },
    ])
    await expect(
      termLoader({
        request: new Request(`${address}/${crypto.randomUUID()}`, { headers: { Cookie: cookie } }),
        params: { termId: crypto.randomUUID() },
        context,
      }),
    ).rejects.toMatchObject({ status: 404 })
  })
})
