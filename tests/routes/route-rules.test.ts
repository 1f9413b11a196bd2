import { describe, expect, it } from 'vitest'
import { inspectRoute } from './route-rules'

const guards = `import { allowAnyone, requireActor } from '~/modules/auth/require-actor.server'\n`
const page = 'routes/studio/orders.tsx'
const component = '\nexport default function Orders() { return null }\n'

function faultsOf(text: string, file = page): string[] {
  return inspectRoute(file, text).faults
}

describe('a route file that keeps the rules', () => {
  it.each([
    `export async function loader({ request }) { const actor = await requireActor(request, 'work:ship'); return find(actor) }`,
    `export async function loader({ request, params }) { await requireActor(request, 'studio:use'); return {} }`,
    `export const meta = () => []; export const handle = { hydrate: true }
     export async function loader({ request }) { await requireActor(request, 'studio:use'); return {} }
     export async function action({ request }) { const actor = await requireActor(request, 'work:ship'); return ship(actor) }
     export function ErrorBoundary() { return null }`,
  ])('has no fault: %s', (text) => {
    expect(faultsOf(guards + text + component)).toEqual([])
  })

  it('may be open outside the closed places', () => {
    const text = `${guards}export async function loader({ request }) { allowAnyone(request); return {} }`
    expect(inspectRoute('routes/shop/home.tsx', text)).toEqual({
      guards: [{ name: 'loader', guard: 'allowAnyone', permission: null }],
      faults: [],
    })
  })

  it('may be a page of words without a loader outside the closed places', () => {
    expect(faultsOf(component, 'routes/shop/about.tsx')).toEqual([])
  })

  it('may be open to whoever holds the cookie of an order', () => {
    const text = `import { requireOrderAccess } from '~/modules/orders/require-order-access.server'
      export async function loader({ request, params }) { const { orderId } = await requireOrderAccess(request, params); return {} }`
    expect(inspectRoute('routes/shop/order.tsx', text).guards).toEqual([
      { name: 'loader', guard: 'requireOrderAccess', permission: null },
    ])
  })
})

describe('a planted fault is found', () => {
  it.each([
    [
      'no guard',
      `export async function loader({ request }) { return find(request) }`,
      'loader does not begin with a guard',
    ],
    ['an empty loader', `export async function loader({ request }) {}`, 'loader does not begin with a guard'],
    [
      'a guard only in the layout',
      `import { useRouteLoaderData } from '@remix-run/react'`,
      'has no guard of its own in a closed place',
    ],
    [
      'a guard on the loader, none on the action',
      `export async function loader({ request }) { await requireActor(request, 'work:ship'); return {} }
       export async function action({ request }) { return ship(request) }`,
      'action does not begin with a guard',
    ],
    [
      'a guard after a query',
      `export async function loader({ request, params }) { const order = await find(params); await requireActor(request, 'work:ship'); return order }`,
      'loader does not begin with a guard',
    ],
    [
      'a guard in a helper only',
      `async function load(request) { await requireActor(request, 'work:ship'); return {} }
       export async function loader({ request }) { return load(request) }`,
      'loader does not begin with a guard',
    ],
    [
      'a guard in one branch',
      `export async function loader({ request }) { if (request.url) await requireActor(request, 'work:ship'); return {} }`,
      'loader does not begin with a guard',
    ],
    [
      'a guard beside a query',
      `export async function loader({ request }) { const [actor, rows] = await Promise.all([requireActor(request, 'work:ship'), find()]); return rows }`,
      'loader does not begin with a guard',
    ],
    [
      'two declarations in the first statement',
      `export async function loader({ request }) { const rows = await find(), actor = await requireActor(request, 'work:ship'); return rows }`,
      'loader does not begin with a guard',
    ],
    [
      'a guard that nobody waits for',
      `export async function loader({ request }) { requireActor(request, 'work:ship'); return {} }`,
      'loader does not wait for requireActor',
    ],
    [
      'a permission that the table does not have',
      `export async function loader({ request }) { await requireActor(request, 'work:everything'); return {} }`,
      'loader names no permission of the table',
    ],
    [
      'a permission that is computed',
      `export async function loader({ request }) { await requireActor(request, permission); return {} }`,
      'loader names no permission of the table',
    ],
    [
      'another request',
      `export async function loader({ request }) { await requireActor(new Request('http://x/'), 'work:ship'); return {} }`,
      'loader does not hand requireActor its request',
    ],
    [
      'a request that was renamed',
      `export async function loader({ request: asked }) { await requireActor(asked, 'work:ship'); return {} }`,
      'loader does not take { request } as its argument',
    ],
    [
      'something done in the arguments',
      `export async function loader({ request }, rows = find()) { await requireActor(request, 'work:ship'); return rows }`,
      'loader does not take { request } as its argument',
    ],
    [
      'an open loader in a closed place',
      `export async function loader({ request }) { allowAnyone(request); return {} }`,
      'loader is open in a closed place',
    ],
    [
      'an open action beside a closed loader',
      `export async function loader({ request }) { await requireActor(request, 'work:ship'); return {} }
       export async function action({ request }) { allowAnyone(request); return {} }`,
      'action is open in a closed place',
    ],
    [
      'a loader that is no declaration',
      `export const loader = async ({ request }) => { await requireActor(request, 'work:ship'); return {} }`,
      'loader is no function declaration',
    ],
    [
      'a loader from elsewhere',
      `export { loader } from './layout'`,
      'exports in another way than by a plain declaration',
    ],
    [
      'everything from elsewhere',
      `export * from './layout'`,
      'exports in another way than by a plain declaration',
    ],
    ['exports taken apart', `export const { meta, links } = page()`, 'exports by taking something apart'],
    [
      'a helper that is exported',
      `export function sumOf() { return 1 }`,
      'exports sumOf, which Remix does not know',
    ],
    [
      'a type that is exported',
      `export type Row = { id: string }`,
      'exports something that Remix does not know',
    ],
    [
      'the database client',
      `import { prisma } from '~/platform/db/prisma.server'`,
      'imports the database client (~/platform/db/prisma.server)',
    ],
    [
      'the generated client',
      `import { Prisma } from '../../generated/prisma/client'`,
      'imports the database client (../../generated/prisma/client)',
    ],
  ])('%s', (_, text, fault) => {
    expect(faultsOf(guards + text + component)).toContain(fault)
  })

  it('a guard of the same name from elsewhere', () => {
    const text = `import { requireActor } from './mine'
      export async function loader({ request }) { await requireActor(request, 'work:ship'); return {} }`
    expect(faultsOf(text)).toContain('loader takes requireActor from somewhere else')
  })

  it('a guard under another name', () => {
    const text = `import { allowAnyone as requireActor } from '~/modules/auth/require-actor.server'
      export async function loader({ request }) { await requireActor(request, 'work:ship'); return {} }`
    expect(faultsOf(text)).toContain('loader takes requireActor from somewhere else')
  })
})
