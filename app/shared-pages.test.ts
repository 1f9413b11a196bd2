import { describe, expect, it } from 'vitest'
import { isSharedPage } from './shared-pages'

describe('isSharedPage', () => {
  it.each([
    '/',
    '/en',
    '/search',
    '/search?q=%E7%BB%93',
    '/en/search?sort=new',
    '/crafts/knot',
    '/makers',
    '/products/pan-chang',
    '/en/products/pan-chang',
    '/makers/lan',
    '/about',
    '/help',
  ])('%s', (address) => expect(isSharedPage(address)).toBe(true))

  it.each([
    '/products/pan-chang?done=added',
    '/?a',
    '/cart',
    '/en/cart',
    '/orders/2611-000001',
    '/studio',
    '/desk',
    '/admin',
    '/account',
    '/media/x',
    '/search/',
    '//search',
    '/search/../admin',
    '/products/%2e%2e',
    'http://elsewhere/search',
    `/search?q=${'x'.repeat(300)}`,
    '',
  ])('not %s', (address) => expect(isSharedPage(address)).toBe(false))
})
