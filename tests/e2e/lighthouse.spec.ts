import { expect, test } from '../fixtures/app'
import { audit, careful, withLighthouse } from '../fixtures/lighthouse'

/** What lighthouse asks of accessibility, best practices and being found: all of it, on the pages where visitors arrive. Speed depends on the machine: `npm run audit:speed`. */

const pages = [
  ['home', '/'],
  ['a list', '/crafts/knots'],
  ['a piece', '/products/endless-knot-hall'],
] as const

for (const [what, address] of pages)
  test(`${what} is without fault`, async ({ baseURL }) => {
    const { faults, scores } = await withLighthouse((chrome) =>
      audit(chrome, `${baseURL}${address}`, careful),
    )
    expect(faults).toEqual([])
    expect(scores).toEqual({ accessibility: 100, 'best-practices': 100, seo: 100 })
  })
