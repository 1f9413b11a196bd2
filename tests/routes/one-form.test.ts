import { describe, expect, it } from 'vitest'
import { oneForm, wordsOf } from '~/platform/http/one-form'
import { fillPath, findRoutes } from './route-table'

const paths = findRoutes().map(({ path }) => path)
const words = wordsOf(paths)
const addresses = [...new Set(paths.filter((path) => path !== '*'))].map((path) => fillPath(path).path)

describe('the one form of an address', () => {
  it('is the one that the routes write, whatever is asked for there', () => {
    expect(addresses.length).toBeGreaterThan(200)
    for (const address of addresses) expect(oneForm(address, words)).toBe(address)
  })

  it('is found from capitals, slashes and needless escapes', () => {
    for (const path of paths) {
      if (path === '*' || path === '') continue
      const { path: address } = fillPath(path)
      const loud = fillPath(path.replace(/(^|\/)[^:/]+/g, (word) => word.toUpperCase())).path
      expect(oneForm(loud, words)).toBe(address)
      expect(oneForm(`/${address.replaceAll('/', '//')}/`, words)).toBe(address)
      expect(oneForm(address.replaceAll('e', '%65'), words)).toBe(address)
    }
  })

  it.each([
    '/verify/ZGJ-0001',
    '/orders/2611-000001/open/Search-EN_makersAbouT1',
    '/sign-in/link/AdminDeskStudioOrdersProductsMakersHelpABC_x',
    '/reports/2611-000001/NEWsearchPRODUCTSxxxxx',
    '/search%2Fx',
    '/products/%E7%BB%93',
  ])('leaves a token as it is: %s', (address) => expect(oneForm(address, words)).toBe(address))

  it.each([
    ['/', '/'],
    ['//', '/'],
    ['/en/', '/en'],
    ['/EN', '/en'],
    ['//elsewhere.example/', '/elsewhere.example'],
    ['/\\elsewhere.example', '/elsewhere.example'],
    ['/%2570roducts', '/%2570roducts'],
    ['/products/..', null],
    ['/products/%2e%2e/admin', null],
    ['/.%2E', null],
    ['/products/...', '/products/...'],
  ])('of %s is %s', (address, one) => expect(oneForm(address, words)).toBe(one))
})
