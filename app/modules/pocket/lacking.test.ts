import { describe, expect, it } from 'vitest'
import type { CraftField } from '~/modules/catalog/craft-template'
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

const plain = { hasVoice: false, asks: [] }

describe('lackingOf', () => {
  it('asks nothing of a piece that is whole', () => {
    const lacking = lackingOf({ values: written, photos: 3, hasKinds: false, isLive: false, ...plain })
    expect(lacking).toEqual({ photos: 0, fields: [] })
    expect(isStepLacking('price', lacking)).toBe(false)
  })

  it('counts photos, and asks for days or pieces by how it is made', () => {
    const made = { ...written, makeMode: 'made_to_order', stock: '' }
    expect(lackingOf({ values: made, photos: 1, hasKinds: false, isLive: false, ...plain })).toEqual({
      photos: 2,
      fields: ['makeDays'],
    })
    expect(
      lackingOf({ values: { ...written, stock: ' ' }, photos: 3, hasKinds: false, isLive: false, ...plain })
        .fields,
    ).toEqual(['stock'])
  })

  it('leaves prices of several kinds to the studio', () => {
    expect(
      lackingOf({
        values: { ...written, price: '', stock: '' },
        photos: 3,
        hasKinds: true,
        isLive: false,
        ...plain,
      }).fields,
    ).toEqual([])
  })

  it('asks what the craft asks, until it is answered or has been on sale', () => {
    const named = {
      nameZh: '问',
      nameEn: 'asked',
      hintZh: null,
      unitZh: null,
      unitEn: null,
      least: 1,
      most: 99,
    }
    const count: CraftField = { ...named, code: 'count', kind: 'number', isRequired: true, options: [] }
    const glass = { code: 'glass', nameZh: '玻璃', nameEn: 'glass' }
    const bead: CraftField = { ...named, code: 'bead', kind: 'choices', isRequired: true, options: [glass] }
    const asked = { photos: 3, hasKinds: false, isLive: false, hasVoice: false, asks: [count, bead] }
    const lacking = lackingOf({ ...asked, values: written })
    expect(lacking.fields).toEqual(['attribute.count', 'attribute.bead'])
    expect([isStepLacking('words', lacking), isStepLacking('price', lacking)]).toEqual([true, false])
    const answered = { ...written, 'attribute.count': '42', 'attribute.bead.glass': 'on' }
    expect(lackingOf({ ...asked, values: answered }).fields).toEqual([])
    expect(lackingOf({ ...asked, values: written, isLive: true }).fields).toEqual([])
  })

  it('lets a voice stand for name, story and materials', () => {
    const values = { ...written, titleZh: '', storyZh: '', materialsZh: '', makingHours: '' }
    const asked = { values, photos: 3, hasKinds: false, isLive: false, asks: [] }
    expect(lackingOf({ ...asked, hasVoice: true }).fields).toEqual(['makingHours'])
    expect(lackingOf({ ...asked, hasVoice: false }).fields).toHaveLength(4)
  })
})
