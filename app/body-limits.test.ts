import { describe, expect, it } from 'vitest'
import { bodyKind, largestBody, resultFileLimit } from './body-limits'
import { pictureLimits } from './modules/media/picture-limits'

const id = '01890000-0000-7000-8000-000000000000'

describe('what is posted to an address', () => {
  it.each([
    [`/studio/products/${id}/photos`, 'photos'],
    [`/en/studio/products/${id}/photos`, 'photos'],
    [`/studio/orders/${id}/photos`, 'photos'],
    ['/studio/products/import', 'table'],
    [`/en/studio/products/import/${id}`, 'photos'],
    [`/studio/products/import/${id}/archive`, 'piece'],
    [`/studio/messages/${id}`, 'message'],
    [`/en/account/messages/${id}`, 'message'],
    ['/account/messages/about/red-knot', 'message'],
    [`/en/orders/2611-000001/messages/${id}`, 'message'],
    ['/account/messages', 'form'],
    [`/desk/payouts/${id}`, 'result'],
    [`/en/desk/payouts/${id}`, 'result'],
    ['/desk/reconciliation', 'result'],
    ['/en/desk/households/imports', 'register'],
    [`/desk/households/imports/${id}`, 'form'],
    [`/studio/products/${id}/voice`, 'voice'],
    [`/en/studio/products/${id}/sound`, 'voice'],
    ['/desk/successions', 'evidence'],
    [`/en/desk/disputes/${id}`, 'evidence'],
    ['/desk/disputes', 'form'],
    [`/studio/products/${id}/words`, 'form'],
    ['/desk/payouts', 'form'],
    [`/desk/payouts/${id}/file`, 'form'],
    ['/orders/2611-000001/transfer', 'evidence'],
    ['/en/orders/2611-000001/transfer', 'evidence'],
    ['/orders/2611-000001/pay', 'form'],
    ['/checkout', 'form'],
    [`/x/studio/products/${id}/photos`, 'form'],
  ])('%s: %s', (path, kind) => {
    expect(bodyKind(path)).toBe(kind)
  })
})

it('a file that is just too large still reaches the verb that says so', () => {
  expect(largestBody.result).toBeGreaterThan(resultFileLimit + 10_000)
  expect(largestBody.photos).toBeGreaterThan(3 * pictureLimits.maxBytes)
})
