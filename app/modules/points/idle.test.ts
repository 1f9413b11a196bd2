import { describe, expect, it } from 'vitest'
import { idleSeconds, isWordDue, secondsLeft, wordSeconds } from './idle'

describe('somebody at a shared device', () => {
  it('has gone two minutes after her last touch', () => {
    expect(secondsLeft({ now: 119_000, touchedAt: 0 })).toBe(1)
    expect(secondsLeft({ now: 120_000, touchedAt: 0 })).toBe(0)
    expect(secondsLeft({ now: 500_000, touchedAt: 0 })).toBe(0)
  })

  it('is not forgotten by the shop while she touches it, and is when she does not', () => {
    expect(isWordDue({ now: 16_000, touchedAt: 3_000, heardAt: 0 })).toBe(true)
    expect(isWordDue({ now: 14_000, touchedAt: 3_000, heardAt: 0 })).toBe(false)
    expect(isWordDue({ now: 90_000, touchedAt: 3_000, heardAt: 16_000 })).toBe(false)
    // between two touches the shop hears often enough
    expect(wordSeconds).toBeLessThan(idleSeconds / 2)
  })
})
