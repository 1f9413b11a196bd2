import { describe, expect, it } from 'vitest'
import { type Steps, sourcesOf } from '~/platform/steps'
import { batchSteps, lineSteps } from './status'

/** Every state that can be reached from the first one. */
function reachable<S extends string>(steps: Steps<S>, first: S): Set<S> {
  const seen = new Set<S>([first])
  for (const state of seen) for (const next of steps[state]) seen.add(next)
  return seen
}

describe('a payout batch', () => {
  it('reaches every state from prepared', () => {
    expect([...reachable(batchSteps, 'prepared')].sort()).toEqual(Object.keys(batchSteps).sort())
  })
  it('is approved only from prepared, and never after it was cancelled', () => {
    expect(sourcesOf(batchSteps, 'approved')).toEqual(['prepared'])
    expect(sourcesOf(batchSteps, 'cancelled')).toEqual(['prepared'])
    expect(batchSteps.cancelled).toEqual([])
    expect(batchSteps.settled).toEqual([])
  })
})

describe('a payout line', () => {
  it('reaches every state from prepared', () => {
    expect([...reachable(lineSteps, 'prepared')].sort()).toEqual(Object.keys(lineSteps).sort())
  })
  it('has a result only after it was sent, and keeps it', () => {
    expect(sourcesOf(lineSteps, 'paid')).toEqual(['in_transit'])
    expect(sourcesOf(lineSteps, 'failed')).toEqual(['in_transit'])
    expect(lineSteps.paid).toEqual(['returned'])
    expect(lineSteps.returned).toEqual([])
    expect(lineSteps.failed).toEqual([])
  })
})
