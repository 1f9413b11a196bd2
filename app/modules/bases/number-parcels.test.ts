import { describe, expect, it } from 'vitest'
import { countParcels, numberParcels } from './number-parcels'

const part = (name: string, together: string | null = null) => ({ name, together })

describe('the parcels of an order', () => {
  it('are numbered as they arrive: what a base sends together is one, wherever its parts stood', () => {
    const parts = [
      part('桂兰', '陇上'),
      part('秀珍'),
      part('栖云', '陇上'),
      part('金线', '金城'),
      part('慧心', '金城'),
    ]
    expect(numberParcels(parts).map(({ part: { name }, number }) => `${number}${name}`)).toEqual([
      '1桂兰',
      '1栖云',
      '2秀珍',
      '3金线',
      '3慧心',
    ])
    expect(countParcels(parts)).toBe(3)
  })

  it('are one for each seller where none goes together, and none of nothing', () => {
    expect(countParcels([part('桂兰'), part('秀珍')])).toBe(2)
    expect(countParcels([])).toBe(0)
  })
})
