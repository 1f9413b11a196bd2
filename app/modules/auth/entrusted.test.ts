import { describe, expect, it } from 'vitest'
import { reachOf } from './entrusted'

const asked = {
  ownIds: ['own'],
  entrusted: [
    { sellerId: 'lists', scope: ['list'] },
    { sellerId: 'sends', scope: ['orders', 'messages'] },
  ],
  chosen: null,
}

describe('the sellers that a permission reaches', () => {
  it('follows the scope of each mandate', () => {
    expect(reachOf({ ...asked, permission: 'listing:write' })).toEqual(['own', 'lists'])
    expect(reachOf({ ...asked, permission: 'work:ship' })).toEqual(['own', 'sends'])
    expect(reachOf({ ...asked, permission: 'question:answer' })).toEqual(['own', 'sends'])
    expect(reachOf({ ...asked, permission: 'studio:use' })).toEqual(['own', 'lists', 'sends'])
  })

  it('never goes beyond her own for money, cards and consents', () => {
    for (const permission of [
      'income:read',
      'card:write',
      'statement:own',
      'promotion:agree',
      'mandate:own',
    ] as const)
      for (const chosen of [null, 'lists']) expect(reachOf({ ...asked, permission, chosen })).toEqual(['own'])
  })

  it('is the chosen maker alone, when she is entrusted, and none where the scope ends', () => {
    expect(reachOf({ ...asked, permission: 'listing:write', chosen: 'lists' })).toEqual(['lists'])
    expect(reachOf({ ...asked, permission: 'work:ship', chosen: 'lists' })).toEqual([])
    expect(reachOf({ ...asked, permission: 'studio:use', chosen: 'stranger' })).toEqual([
      'own',
      'lists',
      'sends',
    ])
    expect(reachOf({ ...asked, permission: 'listing:review', chosen: 'lists' })).toEqual([
      'own',
      'lists',
      'sends',
    ])
  })
})
