import { describe, expect, it } from 'vitest'
import { products } from './products'
import { sidesOf } from './sides'

const read = (zh: string) => sidesOf({ size: { zh, en: '' } })

describe('the sides of a sample piece', () => {
  it.each([
    ['88 × 88 cm', 880, 880],
    ['12 × 9.5 cm，连穗长 40 cm', 120, 400],
    ['14 × 26 cm，坐高 18 cm', 140, 260],
    ['宽 11 cm，连穗长 30 cm', 110, 300],
    ['边长 10 cm，连穗长 31 cm', 100, 310],
    ['环径 26 cm，全长 52 cm', 260, 520],
    ['每串 5 × 34 cm', 50, 340],
    ['口径 24 cm，高 18 cm', 240, 180],
    ['高 24 cm，下肚 12 cm', 120, 240],
    ['画心 32 × 40 cm，框 38 × 46 cm', 380, 460],
    ['布面 48 × 36 cm，结体 20 × 20 cm', 480, 360],
    ['绷径 22 cm', 220, 220],
    ['直径 10.5 cm', 105, 105],
  ])('are read from %s', (words, widthMm, heightMm) => expect(read(words)).toEqual({ widthMm, heightMm }))

  it.each([
    '内周长 15–17 cm，可调',
    '头围 56 cm',
    '38–42 码，可剪',
    '幅宽 90 cm，每件 1 米',
    '边长 10 cm，盒 16 × 16 cm',
    '外圈 62 cm，内圈 48 cm',
    '珠径 8 mm，全长 88 cm',
    '宽 3.6 cm，内周长 17 cm',
  ])('are none in %s', (words) => expect(read(words)).toBeNull())

  it('are there unless a piece goes round something, is cut to length or lies in a box', () => {
    const without = products.filter((product) => sidesOf(product) === null)
    const round = /内周长|宽 3\.6 cm$|外圈|最短一层|绕两圈|珠径|头围|码|脚长|幅宽|盒|套 7|6–10/
    expect(
      without.filter(({ size }) => !round.test(size.zh)).map(({ key, size }) => `${key}: ${size.zh}`),
    ).toEqual([])
  })
})
