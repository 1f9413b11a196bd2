import { existsSync, readFileSync } from 'node:fs'
import { inspectRoute } from './route-rules'
import { fillPath, findRoutes, type Route } from './route-table'

/** A loader or an action of the table. */
export type Door = Route & { name: 'loader' | 'action'; guard: string }

/** All of them, in one language: both are answered from the same file. */
export const doors: Door[] = findRoutes()
  .filter(({ file, path }) => existsSync(`app/${file}`) && !/^en(\/|$)/.test(path))
  .flatMap((route) =>
    inspectRoute(route.file, readFileSync(`app/${route.file}`, 'utf8')).guards.map(({ name, guard }) => ({
      ...route,
      name,
      guard,
    })),
  )

export type Asked = {
  cookie?: string
  /** of the address; what is not named is filled with something that fits */
  params?: Readonly<Record<string, string>>
  form?: readonly (readonly [string, string])[] | Record<string, string>
  search?: string
  host?: string
  clientAddress?: string
  headers?: Record<string, string>
  /** as the framework’s script asks for it */
  asData?: boolean
}

export type Answer = { status: number; headers: Headers; text: string }

type RouteFunction = (args: unknown) => Promise<unknown>

/** The whole answer as a browser gets it, whether it was returned or thrown. A fault of the program goes on. */
export async function askDoor(door: Door, asked: Asked = {}): Promise<Answer> {
  const module: Record<string, RouteFunction | undefined> = await import(`../../app/${door.file}`)
  const params = { ...fillPath(door.path).params, ...asked.params }
  const address = door.path
    .replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
    .replace('*', 'nowhere')
  const url = new URL(`/${address}${asked.search ?? ''}`, `http://${asked.host ?? '127.0.0.1:3000'}`)
  if (asked.asData) url.searchParams.set('_data', door.id)
  const headers = {
    'User-Agent': 'Chrome/120.0',
    ...(asked.cookie ? { Cookie: asked.cookie } : {}),
    ...asked.headers,
  }
  const body = new URLSearchParams(asked.form ? [...pairsOf(asked.form)] : {})
  const request = new Request(url, door.name === 'action' ? { method: 'POST', headers, body } : { headers })
  const context = { requestId: 'test', clientAddress: asked.clientAddress ?? '127.0.0.1', nonce: '' }
  const answered = await run(module[door.name], { request, params, context })
  if (answered instanceof Error) throw answered
  if (answered instanceof Response) {
    const text = Buffer.from(await answered.arrayBuffer()).toString('utf8')
    return { status: answered.status, headers: answered.headers, text }
  }
  const text = JSON.stringify(answered, (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  )
  return { status: 200, headers: new Headers(), text: text ?? '' }
}

function pairsOf(form: NonNullable<Asked['form']>): [string, string][] {
  return Array.isArray(form) ? form.map(([name, value]) => [name, value]) : Object.entries(form)
}

async function run(answer: RouteFunction | undefined, asked: object): Promise<unknown> {
  try {
    return await answer?.(asked)
  } catch (thrown) {
    return thrown
  }
}
