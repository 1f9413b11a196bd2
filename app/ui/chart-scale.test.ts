import { describe, expect, it } from 'vitest'
import { axisSteps } from './chart-scale'

describe('the steps of an axis', () => {
  it.each([
    [408, [0, 100, 200, 300, 400, 500]],
    [5, [0, 1, 2, 3, 4, 5]],
    [0.9, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [0, [0, 1]],
  ])('that holds %d are round', (max, steps) => {
    expect(axisSteps(max)).toEqual(steps)
  })

  it.each([1, 7, 13, 99, 101, 250, 999, 12345])('hold %d', (max) => {
    const steps = axisSteps(max)
    expect(steps[steps.length - 1]).toBeGreaterThanOrEqual(max)
    expect(steps.length).toBeLessThanOrEqual(6)
  })
})
