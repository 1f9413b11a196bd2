import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { RouteConfigEntry } from '@remix-run/route-config'
import table from '../../app/routes'

/** One address of the site and the file that answers it, below app/. */
export type Route = { id: string; path: string; file: string }

/** Every entry of the table of contents, layouts included, with the whole path from the root. */
export function findRoutes(): Route[] {
  const entries: readonly RouteConfigEntry[] = table
  return entries.flatMap((entry) => flatten(entry, ''))
}

function flatten(entry: RouteConfigEntry, above: string): Route[] {
  const path = [above, entry.path].filter(Boolean).join('/')
  const id = entry.id ?? entry.file.replace(/\.tsx?$/, '')
  return [{ id, path, file: entry.file }, ...(entry.children ?? []).flatMap((child) => flatten(child, path))]
}

/** The files in app/routes, below app/. */
export function findRouteFiles(): string[] {
  return readdirSync('app/routes', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replace(/^app\//, ''))
    .sort()
}

/** A path with something that fits in place of each parameter. */
export function fillPath(path: string): { path: string; params: Record<string, string> } {
  const params: Record<string, string> = {}
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = samples[name] ?? '01890000-0000-7000-8000-000000000000'
    params[name] = value
    return value
  })
  return { path: `/${filled.replace('*', 'no/such/page')}`, params }
}

const samples: Record<string, string> = {
  craft: 'knots',
  slug: 'red-knot',
  serial: 'QS-0001',
  number: '2611-000001',
  secret: 'AAAAAAAAAAAAAAAAAAAAAA',
  file: `${'0'.repeat(64)}-320.webp`,
}
