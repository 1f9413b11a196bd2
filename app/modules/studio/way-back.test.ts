import { describe, expect, it } from 'vitest'
import { wayBack } from './way-back'

describe('the way back from a page of the studio', () => {
  it.each([
    ['/studio/orders', '/studio'],
    ['/studio/orders/7', '/studio/orders'],
    ['/studio/orders/7/photos', '/studio/orders/7'],
    ['/studio/orders/7/messages', '/studio/orders/7'],
    ['/studio/messages', '/studio'],
    ['/studio/messages/7', '/studio/messages'],
    ['/studio/products', '/studio'],
    ['/studio/products/new', '/studio'],
    ['/studio/products/7', '/studio/products'],
    ['/studio/products/7/photos', '/studio'],
    ['/studio/products/import', '/studio/products'],
    ['/studio/products/import/7', '/studio/products/import'],
    ['/studio/income', '/studio'],
    ['/studio/statements', '/studio/income'],
    ['/studio/statements/2026-11', '/studio/statements'],
    ['/studio/tax', '/studio/statements'],
    ['/studio/promotions', '/studio/income'],
    ['/studio/settings', '/studio'],
    ['/studio/settings/card', '/studio/settings'],
  ])('%s leads to %s', (path, to) => expect(wayBack(path).to).toBe(to))
})
