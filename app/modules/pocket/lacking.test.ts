import { describe, expect, it } from 'vitest'
import { isStepLacking, lackingOf } from './lacking'

const written = {
  titleZh: '手绳',
  craftCode: 'knots',
  storyZh: '二十六米五号线',
  materialsZh: '线',
  makingHours: '3',
  makeMode: 'stock',
  price: '88',
  stock: '2',
}

describe('lackingOf', () => {
  it('asks nothing of a piece that is whole', () => {
    const lacking = lackingOf({ values: written, photos: 3, hasKinds: false, isLive: false })
    expect(lacking).toEqual({ photos: 0, fields: [] })
    expect(isStepLacking('price', lacking)).toBe(false)
  })

  it('counts photos, and asks for days or pieces by how it is made', () => {
    const made = { ...written, makeMode: 'made_to_order', stock: '' }
    expect(lackingOf({ values: made, photos: 1, hasKinds: false, isLive: false })).toEqual({
      photos: 2,
      fields: ['makeDays'],
    })
    expect(
      lackingOf({ values: { ...written, stock: ' ' }, photos: 3, hasKinds: false, isLive: false }).fields,
    ).toEqual(['stock'])
  })

  it('leaves prices of several kinds to the studio', () => {
    expect(
      lackingOf({ values: { ...written, price: '', stock: '' }, photos: 3, hasKinds: true, isLive: false })
        .fields,
    ).toEqual([])
  })
})
