import type { ServerBuild } from '@remix-run/node'

type RouteIds = readonly string[]

/** The first words of an address below its language, in lower case: `products` of `/en/products/x`, `` of `/`. */
function headOf(path: string): string {
  const words = path.toLowerCase().split('/').filter(Boolean)
  return words[0] === 'en' ? `en/${words[1] ?? ''}` : (words[0] ?? '')
}

/**
 * Cuts a build into parts that answer for one beginning of an address each, because the framework looks through all its routes several times for every request. `partOf`
 * names the part of an address; null stands for the whole build: addresses that no part knows. A part holds every route that the whole build would find for its addresses, so that it
 * answers the same. The framework's script on a page knows all routes, whatever part the page came from: it loads them by the build's own address.
 */
export function narrowBuild<Build extends Pick<ServerBuild, 'routes' | 'assets'>>(
  build: Build,
): {
  partOf: (path: string) => string | null
  open: (part: string) => Build
} {
  const routes = Object.values(build.routes).filter((route) => route !== undefined)
  const ancestryOf = (id: string | undefined): RouteIds => {
    const route = id === undefined ? undefined : build.routes[id]
    return route ? [...ancestryOf(route.parentId), route.id] : []
  }
  const pathOf = (ancestry: RouteIds) => ancestry.map((id) => build.routes[id]?.path ?? '').join('/')
  const parts = new Map<string, Set<string>>()
  const everywhere = new Set<string>()
  for (const { id, path, index } of routes) {
    const ancestry = ancestryOf(id)
    const head = headOf(pathOf(ancestry))
    const isPlace = path !== undefined || index === true
    if (/[:*]/.test(head)) for (const one of ancestry) everywhere.add(one)
    else if (isPlace) {
      const part = parts.get(head) ?? new Set()
      for (const one of ancestry) part.add(one)
      parts.set(head, part)
    }
  }
  return {
    partOf(path) {
      const head = headOf(path)
      return parts.has(head) ? head : null
    },
    open(part) {
      const ids = new Set([...(parts.get(part) ?? []), ...everywhere])
      const keep = <Route>(all: Record<string, Route>) =>
        Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)))
      return {
        ...build,
        routes: keep(build.routes),
        assets: { ...build.assets, routes: keep(build.assets.routes) },
      }
    },
  }
}
