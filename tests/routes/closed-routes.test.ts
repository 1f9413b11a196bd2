import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { permissions } from '../../app/modules/auth/permissions'
import { inspectRoute } from './route-rules'
import { fillPath, findRoutes } from './route-table'
import { signInAsBuyer } from './sign-in-as'

type Door = {
  id: string
  path: string
  file: string
  name: 'loader' | 'action'
  guard: string
  permission: string | null
}

/** Every loader and action of the table that is not open to everybody, in both languages. */
const doors: Door[] = findRoutes()
  .filter(({ file }) => existsSync(`app/${file}`))
  .flatMap((route) => {
    const { guards } = inspectRoute(route.file, readFileSync(`app/${route.file}`, 'utf8'))
    return guards.filter(({ guard }) => guard !== 'allowAnyone').map((guard) => ({ ...route, ...guard }))
  })

type RouteFunction = (args: unknown) => Promise<unknown>

async function knock(
  { id, path, file, name }: Door,
  cookie: string | null,
  asData: boolean,
): Promise<Response> {
  const module: Record<string, RouteFunction | undefined> = await import(`../../app/${file}`)
  const { path: address, params } = fillPath(path)
  const url = new URL(address, 'http://127.0.0.1:3000')
  if (asData) url.searchParams.set('_data', id)
  const headers: Record<string, string> = cookie === null ? {} : { Cookie: cookie }
  const init =
    name === 'action'
      ? { method: 'POST', body: new URLSearchParams({ intent: 'anything' }), headers }
      : { headers }
  const request = new Request(url, init)
  const context = { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' }
  try {
    await module[name]?.({ request, params, context })
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
  throw new Error(`${name} of ${file} answered instead of refusing`)
}

/** Whoever comes back from paying in a browser that holds nothing is led to where a code opens the order, known or not; every other door of an order is not there. */
function expectNoOrder({ file }: Door, response: Response): void {
  const isWayBack = file === 'routes/shop/order-return.tsx'
  expect(response.status).toBe(isWayBack ? 302 : 404)
  if (isWayBack) expect(response.headers.get('Location')).toMatch(/^(\/en)?\/orders\?back=\d{4}-\d{6}$/)
}

describe('a stranger', () => {
  it('finds closed doors at all', () => {
    expect(doors.length).toBeGreaterThan(10)
  })

  it.each(doors.map((door) => ({ ...door, label: `${door.name} of ${door.id}` })))('$label', async (door) => {
    for (const asData of [false, true]) {
      const response = await knock(door, null, asData)
      const leadsToSignIn = /^(\/en)?\/sign-in\?returnTo=%2F/.test(response.headers.get('Location') ?? '')
      if (door.guard === 'requireActor') expect(response.status).toBe(302)
      else expectNoOrder(door, response)
      expect(leadsToSignIn).toBe(door.guard === 'requireActor')
      expect(await response.text()).toBe('')
    }
  })
})

describe('a buyer', () => {
  let cookie = ''
  beforeAll(async () => {
    cookie = await signInAsBuyer('13900001000')
  })

  const closedToBuyers = doors.filter(({ permission }) => permission !== 'account:use')

  it.each(closedToBuyers.map((door) => ({ ...door, label: `${door.name} of ${door.id}` })))(
    '$label',
    async (door) => {
      for (const asData of [false, true]) {
        const response = await knock(door, cookie, asData)
        if (door.guard === 'requireActor') expect(response.status).toBe(403)
        else expectNoOrder(door, response)
        const body = await response.text()
        if (body !== '') expect(Object.keys(JSON.parse(body))).toEqual(['message'])
      }
    },
  )

  it('may do nothing but use her account', () => {
    expect(permissions.buyer).toEqual(['account:use'])
  })
})
