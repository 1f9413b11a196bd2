import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { beforeAll, describe, expect, it } from 'vitest'
import { narrowBuild } from '~/platform/http/narrow-build'
import table from '../../app/routes'
import { fillPath, findRoutes } from './route-table'

type Routes = ServerBuild['routes']
let build: Pick<ServerBuild, 'routes' | 'assets'>
let parts: ReturnType<typeof narrowBuild<typeof build>>

/** The table of contents as the framework's build has it: each route under its id, with its parent's. */
async function addRoutes(routes: Routes, entries: readonly RouteConfigEntry[], parentId: string) {
  for (const { id, file, path, index, children } of entries) {
    const own = id ?? file.replace(/\.tsx?$/, '')
    const module: Routes[string] extends infer R ? (R extends { module: infer M } ? M : never) : never =
      await import(`../../app/${file}`)
    routes[own] = { id: own, parentId, path, index, module }
    await addRoutes(routes, children ?? [], own)
  }
}

beforeAll(async () => {
  const routes: Routes = { root: { id: 'root', path: '', module: await import('../../app/root') } }
  await addRoutes(routes, table, 'root')
  const known = Object.fromEntries(
    Object.keys(routes).map((id) => [
      id,
      {
        id,
        module: '',
        hasAction: false,
        hasLoader: false,
        hasClientAction: false,
        hasClientLoader: false,
        hasErrorBoundary: false,
      },
    ]),
  )
  build = {
    routes,
    assets: { entry: { imports: [], module: '' }, routes: known, url: '/assets/manifest.js', version: '' },
  }
  parts = narrowBuild(build)
})

type Nested = Parameters<typeof matchRoutes>[0]

function nest(routes: Routes, parentId?: string): Nested {
  return Object.values(routes)
    .filter((route) => route !== undefined)
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, index }) => (index ? { id, path, index } : { id, path, children: nest(routes, id) }))
}

const answerers = (routes: Routes, address: string) =>
  matchRoutes(nest(routes), address)?.map(({ route, params }) => [route.id, params])

describe('a part of the build', () => {
  const odd = [
    '/Search',
    '//search',
    '/search/',
    '/%73earch',
    '/products',
    '/products/a/b',
    '/en/',
    '/EN/search',
    '/en/en',
    '/:craft',
    '/*',
  ]
  const addresses = [...findRoutes().map(({ path }) => fillPath(path).path), ...odd]

  it.each([...new Set(addresses)])('answers %s as the whole does', (address) => {
    const part = parts.partOf(address)
    const routes = part === null ? build.routes : parts.open(part).routes
    expect(answerers(routes, address)).toEqual(answerers(build.routes, address))
  })

  it('is small for what strangers ask for, and smaller than the whole for everybody', () => {
    const sizeOf = (address: string) => {
      const { routes, assets } = parts.open(parts.partOf(address) ?? '')
      expect(Object.keys(assets.routes).sort()).toEqual(Object.keys(routes).sort())
      return Object.keys(routes).length
    }
    for (const address of [
      '/',
      '/search',
      '/products/red-knot',
      '/en/crafts/knots',
      '/checkout',
      '/orders/1',
    ])
      expect(sizeOf(address)).toBeLessThan(14)
    const whole = Object.keys(build.routes).length
    for (const address of ['/studio', '/desk/payouts', '/en/studio/orders'])
      expect(sizeOf(address)).toBeLessThan(whole / 2)
  })

  it('leaves the framework’s script the address of all routes', () => {
    expect(parts.open(parts.partOf('/studio') ?? '').assets.url).toBe(build.assets.url)
  })
})
