import { describe, expect, it } from 'vitest'
import { isSharedPage, shopPage } from './shared-pages'

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
    '/makers/lan?after=1_x&page=2',
    '/en/bases/jin-xian?before=1_x&page=2&pieces-after=1_x&pieces-page=3',
    '/about',
    '/help',
    '/impact',
    '/?utm_source=x',
    '/?',
    '/products/pan-chang?from=groupmessage&isappinstalled=0',
    `/en/makers/lan?nsukey=${'x'.repeat(300)}`,
    `/search?q=%E7%BB%93&fbclid=${'x'.repeat(300)}`,
  ])('%s', (address) => expect(isSharedPage(address)).toBe(true))

  it.each([
    '/products/pan-chang?done=added',
    '/?a',
    '/makers/lan?pieces',
    '/makers/lan?after=1_x&done=added',
    `/makers/lan?after=${'x'.repeat(300)}`,
    '/products/pan-chang?after=1_x',
    '/?utm_source=x&done=added',
    '/?from=a?done=added&b',
    '/?froms=x',
    '/?utm=x',
    '/cart?utm_source=x',
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

describe('shopPage', () => {
  it.each([
    ['/', undefined, ''],
    ['/', 'seen=yes; order-2611-000001=x', ''],
    ['/', 'view=large', 'view=large'],
    ['/', 'view=huge', ''],
    ['/', 'review=large', ''],
    ['/en', 'a=b; currency=EUR; view=large', 'view=large; currency=EUR'],
    ['/en', 'currency=XAU', ''],
    ['/en', 'currency=USD', 'currency=USD'],
    ['/en', 'to=JP', 'to=JP'],
    ['/en/search?sort=new', 'to=JP; currency=USD', 'currency=USD; to=JP'],
    ['/', 'currency=EUR; to=DE', ''],
    ['/products/pan-chang', 'to=DE; currency=EUR', 'to=DE'],
    ['/en/products/pan-chang', 'to=DE; currency=EUR', 'currency=EUR; to=DE'],
    ['/products/pan-chang', 'to=CN', ''],
    ['/products/pan-chang', 'to=<script>', ''],
    ['/', 'session=s; cart-0a1b2c3d=t; late=1; view=large', 'view=large'],
    ['/', 'carton=1', ''],
  ])('%s with %s is rendered for many by "%s"', (address, cookies, chosen) =>
    expect(shopPage(address, cookies)).toEqual({ address, cookies: chosen, isShared: true }),
  )

  it.each([
    ['/?utm_source=x&utm_medium=y', '/'],
    ['/?', '/'],
    ['/products/pan-chang?from=singlemessage&isappinstalled=0', '/products/pan-chang'],
    ['/en/search?utm_source=x&sort=new&gclid=1&q=a?b', '/en/search?sort=new&q=a?b'],
    ['/search?q=from', '/search?q=from'],
  ])('at %s is the page at %s, for many and for one', (asked, address) => {
    expect(shopPage(asked, undefined)).toEqual({ address, cookies: '', isShared: true })
    expect(shopPage(asked, 'session=s')).toEqual({ address, cookies: 'session=s', isShared: false })
  })

  it('is none at another address', () => expect(shopPage('/cart', undefined)).toBeNull())

  it.each([
    ['/', 'session=s'],
    ['/', '__Host-session=s'],
    ['/', 'view=large; cart-0a1b2c3d=t'],
    ['/', '__Host-kept-0a1b2c3d=t'],
    ['/', 'kept=t; later=1'],
  ])('%s with %s is nobody else’s, and rendered by all of it', (address, cookies) =>
    expect(shopPage(address, cookies)).toEqual({ address, cookies, isShared: false }),
  )
})
