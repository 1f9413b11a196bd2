import { describe, expect, it } from 'vitest'
import { ProductStatus, RevisionState } from '~/generated/prisma/enums'
import { sourcesOf } from '~/platform/steps'
import { isWritable, productSteps, revisionSteps } from './status'

describe('the states of a listing', () => {
  it('are walked from the first word to the shop, with a change asked for and one taken back', () => {
    const walk = [
      'draft',
      'submitted',
      'changes_requested',
      'submitted',
      'draft',
      'submitted',
      'approved',
    ] as const
    for (const [at, to] of walk.entries()) {
      const from = walk[at - 1]
      if (from) expect(sourcesOf(revisionSteps, to), `${from} → ${to}`).toContain(from)
    }
    expect(new Set(walk)).toEqual(new Set(Object.values(RevisionState)))
  })

  it('are never decided before they were submitted, and never left once approved', () => {
    expect(sourcesOf(revisionSteps, 'approved')).toEqual(['submitted'])
    expect(sourcesOf(revisionSteps, 'changes_requested')).toEqual(['submitted'])
    expect(revisionSteps.approved).toEqual([])
  })

  it('let her write exactly where she may submit from', () => {
    for (const state of Object.values(RevisionState))
      expect(isWritable(state), state).toBe(sourcesOf(revisionSteps, 'submitted').includes(state))
  })
})

describe('the states of a product', () => {
  it('all end in withdrawn, and a draft is never paused', () => {
    for (const state of Object.values(ProductStatus))
      if (state !== 'withdrawn') expect(sourcesOf(productSteps, 'withdrawn')).toContain(state)
    expect(sourcesOf(productSteps, 'paused')).toEqual(['on_sale'])
    expect(sourcesOf(productSteps, 'on_sale')).toEqual(['draft', 'paused'])
  })
})
