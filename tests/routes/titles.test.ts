import type { MetaDescriptor } from '@remix-run/node'
import { describe, expect, it } from 'vitest'
import { fillPath, findRoutes } from './route-table'

/** Every page of those who work here, in both languages; layouts, files and actions have no title. */
const pages = findRoutes().filter(
  ({ file }) => /^routes\/(studio|desk|admin)\/.*\.tsx$/.test(file) && !file.endsWith('layout.tsx'),
)
const brands = ['陇原巧手', 'Qiaoshou']

type Meta = (args: object) => MetaDescriptor[]

/** The title of a page whose data did not come: the least that it says. */
async function titleOf(file: string, pathname: string, params: Record<string, string>): Promise<string> {
  const { meta }: { meta?: Meta } = await import(`../../app/${file}`)
  const tags =
    meta?.({ location: { pathname }, params, data: undefined, matches: [], error: undefined }) ?? []
  const titles = tags.flatMap((tag) => ('title' in tag ? [String(tag.title)] : []))
  return titles.join()
}

describe('the title of every page', () => {
  it('is asked of all of them', () => {
    expect(pages.length).toBeGreaterThan(40)
  })

  it.each(pages)('$path names the page before the house', async ({ path, file }) => {
    const { path: pathname, params } = fillPath(path)
    const title = await titleOf(file, pathname, params)
    const brand = path.startsWith('en/') ? 'Qiaoshou' : '陇原巧手'
    const [own = '', ...rest] = title.split(' · ')
    expect(rest).toEqual([brand])
    expect(brands).not.toContain(own)
    expect(own.trim().length).toBeGreaterThan(1)
    const isChinese = /\p{Script=Han}/u.test(own)
    expect(isChinese).toBe(brand === '陇原巧手')
  })
})
