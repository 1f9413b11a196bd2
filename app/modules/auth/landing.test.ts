import { describe, expect, it } from 'vitest'
import { landingPath } from './landing'

describe('landingPath', () => {
  it.each([
    { roles: ['artisan'], returnTo: '/', to: '/studio' },
    { roles: ['buyer', 'artisan'], returnTo: '/products/red-knot', to: '/studio' },
    { roles: ['broker'], returnTo: '/', to: '/studio' },
    { roles: ['coordinator'], returnTo: '/', to: '/desk' },
    { roles: ['finance'], returnTo: '/cart', to: '/desk' },
    { roles: ['buyer', 'admin'], returnTo: '/', to: '/admin' },
    { roles: ['buyer'], returnTo: '/', to: '/' },
    { roles: ['buyer'], returnTo: '/products/red-knot', to: '/products/red-knot' },
    { roles: ['buyer'], returnTo: '/studio', to: '/studio' },
  ] as const)('$roles from $returnTo lands in $to', ({ roles, returnTo, to }) => {
    expect(landingPath(roles, returnTo)).toBe(to)
  })

  it('goes back to the closed page that asked, if her roles open it', () => {
    expect(landingPath(['artisan'], '/studio/orders?state=late')).toBe('/studio/orders?state=late')
    expect(landingPath(['coordinator'], '/desk/listings')).toBe('/desk/listings')
    expect(landingPath(['artisan'], '/account')).toBe('/account')
    expect(landingPath(['artisan'], '/desk')).toBe('/studio')
    expect(landingPath(['coordinator'], '/admin')).toBe('/desk')
  })

  it('takes no other path for a closed one because it begins alike', () => {
    expect(landingPath(['artisan'], '/accountant')).toBe('/studio')
    expect(landingPath(['artisan'], '/studios')).toBe('/studio')
  })
})
