import { readFileSync } from 'node:fs'
import { beforeAll, expect, it, vi } from 'vitest'
import { isSharedPage, isTracking } from '~/shared-pages'
import { buildGround, buildPiece, buildSeller } from '../fixtures/world'
import { askDoor, doors } from './ask-door'
import { fillPath } from './route-table'

beforeAll(buildGround)

it('no page that many are shown reads a name that is left out of its address', async () => {
  const { slug } = await buildPiece({ sellerId: (await buildSeller()).sellerId })
  const shared = doors.filter(({ name, path }) => name === 'loader' && isSharedPage(fillPath(path).path))
  const names = new Set<string>()
  for (const method of ['get', 'getAll', 'has'] as const) {
    const read = URLSearchParams.prototype[method]
    vi.spyOn(URLSearchParams.prototype, method).mockImplementation(function (
      this: URLSearchParams,
      name: string,
    ) {
      names.add(name)
      return Reflect.apply(read, this, [name])
    })
  }
  for (const door of shared) {
    await askDoor(door, { params: { slug } })
    // what is read as a whole is read by a schema beside the loader
    for (const [, name = ''] of readFileSync(`app/${door.file}`, 'utf8').matchAll(/\b(\w+): z\b/g))
      names.add(name)
  }
  vi.restoreAllMocks()
  expect([...names]).toEqual(expect.arrayContaining(['q', 'done', 'place', 'sort', 'craft', 'after']))
  expect([...names].filter(isTracking)).toEqual([])
})
