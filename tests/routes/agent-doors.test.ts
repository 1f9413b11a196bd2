import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { permissions } from '../../app/modules/auth/permissions'
import { mandateDays } from '../fixtures/mandates'
import { owner } from '../fixtures/owner'
import { buildGround, buildSeller } from '../fixtures/world'
import { inspectRoute } from './route-rules'
import { fillPath, findRoutes } from './route-table'
import { signInAsBuyer } from './sign-in-as'

type RouteFunction = (args: unknown) => Promise<unknown>

/** Every loader and action of the studio, from the table of routes. */
const doors = findRoutes()
  .filter(({ file }) => file.startsWith('routes/studio/') && existsSync(`app/${file}`))
  .flatMap((route) =>
    inspectRoute(route.file, readFileSync(`app/${route.file}`, 'utf8')).guards.map((guard) => ({
      ...route,
      ...guard,
      label: `${guard.name} of ${route.id}`,
    })),
  )
/** what she is entrusted with, and what everybody who is signed in does for herself: applying to sell */
const ofAgents: readonly (string | null)[] = [...permissions.agent, ...permissions.buyer]
const closed = doors.filter(({ permission }) => !ofAgents.includes(permission))

async function knock({ path, file, name }: (typeof doors)[number], cookie: string): Promise<unknown> {
  const module: Record<string, RouteFunction | undefined> = await import(`../../app/${file}`)
  const { path: address, params } = fillPath(path)
  const body = new URLSearchParams({ intent: 'anything' })
  const headers = { Cookie: cookie }
  const init = name === 'action' ? { method: 'POST', body, headers } : { headers }
  const request = new Request(new URL(address, 'http://127.0.0.1:3000'), init)
  const context = { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' }
  try {
    return await module[name]?.({ request, params, context })
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
}

/** Somebody signed in who acts for a maker with all that can be entrusted, and has turned the studio to her. */
async function signInAsAgent(phone: string): Promise<{ cookie: string; userId: string; sellerId: string }> {
  const { sellerId } = await buildSeller()
  const session = await signInAsBuyer(phone)
  const user = await owner.user.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
  await owner.mandate.create({
    data: {
      sellerId,
      agentPersonId: user.personId,
      agentKind: 'family',
      scope: ['list', 'orders', 'messages'],
      capBps: 0,
      ...mandateDays(),
      signedByPrincipalAt: new Date(),
      signedByAgentAt: new Date(),
    },
  })
  return { cookie: `${session}; acting=${sellerId}`, userId: user.id, sellerId }
}

describe('whoever acts for a maker', () => {
  let cookie = ''
  beforeAll(async () => {
    await buildGround()
    cookie = (await signInAsAgent('13900001010')).cookie
  })

  it('has the doors of her money, cards, statements and consents closed', () => {
    const files = new Set(closed.map(({ file }) => file.replace('routes/studio/', '')))
    for (const file of [
      'income.tsx',
      'settings-card.tsx',
      'statement-pdf.ts',
      'promotions.tsx',
      'helpers.tsx',
    ])
      expect(files).toContain(file)
  })

  it.each(closed)('is refused by the $label', async (door) => {
    const answer = await knock(door, cookie)
    expect(answer).toBeInstanceOf(Response)
    if (answer instanceof Response) expect(answer.status).toBe(403)
  })

  it('may enter what was entrusted to her', async () => {
    const pieces = doors.find(({ file, name }) => file === 'routes/studio/products.tsx' && name === 'loader')
    if (!pieces) throw new Error('the studio has no list of pieces')
    expect(await knock(pieces, cookie)).toMatchObject({ open: [], page: 1 })
  })

  it('with a shop of her own sees her own money alone, also while she acts', async () => {
    const agent = await signInAsAgent('13900001011')
    await owner.userRole.create({ data: { userId: agent.userId, role: 'artisan' } })
    const loaders = closed.filter(({ name, path }) => name === 'loader' && !path.includes(':'))
    expect(loaders.length).toBeGreaterThan(4)
    for (const door of loaders) {
      const answer = await knock(door, agent.cookie)
      const text = answer instanceof Response ? await answer.text() : JSON.stringify(answer)
      expect(text, door.label).not.toContain(agent.sellerId)
      expect(text, door.label).not.toContain('示例结艺')
    }
  })
})
