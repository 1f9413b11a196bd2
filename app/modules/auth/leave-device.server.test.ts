import { describe, expect, it } from 'vitest'
import { leaveDevice } from './leave-device.server'

const first = '01a228e8-6a8e-7377-8036-e19818e6d68f'
const second = '01a228e8-6a99-741e-b366-160453535132'
const ask = (cookie: string) => new Request('http://127.0.0.1/sign-out', { headers: { Cookie: cookie } })
const cookies = (headers: Headers) => headers.getSetCookie().map((one) => one.split(';')[0])

describe('leaving a device', () => {
  it('names everybody who left since scripts heard of it, and clears nothing of anybody else', async () => {
    const headers = await leaveDevice({ request: ask(`a=b; left=${first}.junk`), userId: second })
    expect(cookies(headers)).toContain(`left=${first}.${second}`)
    expect(headers.get('Clear-Site-Data')).toBe('"cache"')
  })

  it('says whose account was closed, and nothing of a stranger', async () => {
    const closed = await leaveDevice({ request: ask(''), userId: first, isClosed: true })
    expect(cookies(closed)).toEqual(expect.arrayContaining([`left=${first}`, `closed=${first}`]))
    expect(closed.get('Clear-Site-Data')).not.toContain('storage')
    expect(cookies(await leaveDevice({ request: ask(''), userId: null })).join()).not.toMatch(/left=|closed=/)
  })
})
