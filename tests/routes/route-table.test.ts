import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inspectRoute } from './route-rules'
import { findRouteFiles, findRoutes } from './route-table'

const listed = [...new Set(findRoutes().map(({ file }) => file))].sort()

describe('the table of contents', () => {
  it('lists every file in app/routes, and only files that exist', () => {
    expect(findRouteFiles()).toEqual(listed)
  })

  it('has every page in both languages, and no address twice', () => {
    const pages = findRoutes().filter(({ path }) => path !== '' && path !== '*')
    const addresses = pages.map(({ path, file }) => `${path} ${file}`)
    expect(new Set(findRoutes().map(({ id }) => id)).size).toBe(findRoutes().length)
    for (const { path, file } of pages) {
      if (path.startsWith('en') || file.startsWith('routes/resources/')) continue
      expect(addresses).toContain(`en/${path} ${file}`)
    }
  })
})

it('no address takes forms alone: whoever opens one in a browser is led on', () => {
  const mute = listed.filter((file) => {
    const text = existsSync(`app/${file}`) ? readFileSync(`app/${file}`, 'utf8') : ''
    return (
      /export async function action/.test(text) && !/export (default|(async )?function loader)/.test(text)
    )
  })
  expect(mute).toEqual([])
})

describe('every route file keeps the rules', () => {
  it.each(listed.filter((file) => existsSync(`app/${file}`)))('%s', (file) => {
    expect(inspectRoute(file, readFileSync(`app/${file}`, 'utf8')).faults).toEqual([])
  })
})
