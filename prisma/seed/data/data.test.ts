import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { partsOf } from '../pictures/parts'
import { samplePictures } from '../pictures/pictures'
import { crafts } from './crafts'
import { galleryOf } from './gallery'
import { people } from './people'
import { products } from './products'
import { sellers } from './sellers'
import type { Bilingual, ProductSeed, ReviewedText } from './types'

const picturesDir = join(import.meta.dirname, '../pictures')
const pictures = new Map(samplePictures.map((picture) => [picture.file, picture]))
const groupOf = (file: string | undefined) => pictures.get(file ?? '')?.group ?? `missing ${file}`

const duplicates = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i)
/** Every text that a visitor can read, with a name for the failure message. */
const publicTexts: [string, Bilingual | ReviewedText][] = [
  ...crafts.flatMap((c): [string, Bilingual][] => [
    [c.code, c.name],
    [c.code, c.making],
  ]),
  ...sellers.flatMap((s): [string, Bilingual][] => [
    [s.key, s.name],
    [s.key, s.words],
    ...s.steps.flatMap((step): [string, Bilingual][] => [
      [s.key, step.title],
      [s.key, step.text],
    ]),
  ]),
  ...products.flatMap((p): [string, Bilingual | ReviewedText][] => [
    [p.key, p.title],
    [p.key, p.story],
    [p.key, p.materials],
    [p.key, p.size],
    [p.key, p.care],
    ...p.variants.map((v): [string, Bilingual] => [p.key, v.name]),
  ]),
]

describe('texts', () => {
  it('never speak of need', () => {
    const pity =
      /贫困|帮扶|救助|补助|扶贫|脱贫|低保|苦命|爱心|献爱|助农|\b(poor|poverty|charity|needy|help(ing)? women|underprivileged)\b/i
    for (const [key, text] of publicTexts) expect.soft(`${text.zh} ${text.en ?? ''}`, key).not.toMatch(pity)
  })

  it('name nobody from the report of the programme', () => {
    const real = /丁永莲|互利|晶佳美|惠兰|阮氏|兰交大|染缬博物馆/
    for (const [key, text] of publicTexts) expect.soft(text.zh, key).not.toMatch(real)
    for (const { name } of people) expect.soft(name.zh).not.toMatch(real)
  })

  it('praise nothing and hurry nobody', () => {
    const noise =
      /匠心|精湛|精美|品质|爆款|秒杀|限时|仅剩|独一无二|传承|美好生活|[！!]|\b(exquisite|stunning|beautiful|lovely|gorgeous|unique|handcrafted|with love)\b/i
    for (const [key, text] of publicTexts) expect.soft(`${text.zh} ${text.en ?? ''}`, key).not.toMatch(noise)
  })

  it('keep to their language', () => {
    for (const [key, text] of publicTexts) {
      expect.soft(text.en ?? '', key).not.toMatch(/[\p{Script=Han}，。：；（）「」]/u)
      expect.soft(text.zh.replace(/cm|mm|kg|g|¥/g, ''), key).not.toMatch(/[a-z]{2,}|\{|\}/i)
      expect.soft(text.zh, key).not.toMatch(/[,;]|\.(?!\d)/)
      expect.soft(text.en ?? '', key).not.toMatch(/ {2}|\{|\}|'|"/)
    }
  })
})

describe('products', () => {
  it('are three hundred and more, over all nine crafts', () => {
    expect(products.length).toBeGreaterThanOrEqual(300)
    expect(new Set(products.map((p) => p.craft)).size).toBe(9)
    expect(products.filter((p) => p.variants.length > 0).length).toBeGreaterThanOrEqual(15)
  })

  it('have keys, titles and stories of their own', () => {
    expect(duplicates(products.map((p) => p.key))).toEqual([])
    expect(duplicates(products.map((p) => `${p.seller} ${p.title.zh}`))).toEqual([])
    expect(duplicates(products.map((p) => `${p.seller} ${p.title.en}`))).toEqual([])
    expect(duplicates(products.map((p) => p.story.zh))).toEqual([])
    for (const { key } of products) expect.soft(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  it('have titles that fit and stories that say something', () => {
    for (const p of products) {
      expect.soft([...p.title.zh].length, p.key).toBeLessThanOrEqual(20)
      expect.soft(p.title.en.length, p.key).toBeLessThanOrEqual(60)
      expect.soft([...p.story.zh].length, p.key).toBeGreaterThanOrEqual(24)
      expect.soft([...p.story.zh].length, p.key).toBeLessThanOrEqual(140)
    }
    const reviewed = products.filter((p) => p.story.en !== undefined).length
    expect(reviewed / products.length).toBeGreaterThan(0.6)
    expect(reviewed).toBeLessThan(products.length)
  })

  it('belong to a seller of that craft', () => {
    for (const p of products)
      expect.soft(sellers.find((s) => s.key === p.seller)?.crafts, p.key).toContain(p.craft)
    for (const s of sellers)
      expect
        .soft(
          products.some((p) => p.seller === s.key),
          s.key,
        )
        .toBe(true)
  })

  it('have prices, weights, times and stock that can be true', () => {
    for (const p of products) {
      for (const priceFen of [p.priceFen, ...p.variants.map((v) => v.priceFen)]) {
        expect
          .soft(Number.isSafeInteger(priceFen) && priceFen >= 1_000 && priceFen <= 300_000, p.key)
          .toBe(true)
      }
      expect.soft(Number.isInteger(p.weightGrams) && p.weightGrams > 0, p.key).toBe(true)
      expect.soft(Number.isInteger(p.makingMinutes) && p.makingMinutes > 0, p.key).toBe(true)
      if (p.making.mode === 'stock') expect.soft(p.making.stock, p.key).toBeGreaterThan(0)
      if (p.making.mode === 'made_to_order') {
        expect.soft(p.making.days, p.key).toBeGreaterThan(0)
        expect.soft(p.making.weeklyCapacity, p.key).toBeGreaterThan(0)
      }
      expectVariants(p)
    }
  })
})

function expectVariants(p: ProductSeed) {
  if (p.variants.length === 0) return
  expect.soft(p.variants.length, p.key).toBeGreaterThan(1)
  expect.soft(p.variants.length, p.key).toBeLessThanOrEqual(4)
  expect.soft(p.variants[0]?.priceFen, p.key).toBe(p.priceFen)
  expect.soft(duplicates(p.variants.map((v) => v.name.zh)), p.key).toEqual([])
  const stocks = p.variants.map((v) => v.stock)
  if (p.making.mode !== 'stock')
    return expect
      .soft(
        stocks.every((n) => n === undefined),
        p.key,
      )
      .toBe(true)
  expect
    .soft(
      stocks.reduce<number>((sum, n) => sum + (n ?? Number.NaN), 0),
      p.key,
    )
    .toBe(p.making.stock)
}

describe('pictures', () => {
  it('exist and show the craft', () => {
    for (const { code, name, swatch } of crafts) {
      expect.soft(pictures.get(swatch)?.craft, code).toBe(name.zh)
    }
    for (const p of products) {
      const craft = crafts.find((c) => c.code === p.craft)?.name.zh
      expect.soft(p.pictures.length, p.key).toBeGreaterThan(0)
      expect.soft(p.pictures.length, p.key).toBeLessThanOrEqual(5)
      // a knot of the same cord half made belongs to no one piece
      const ofThePiece = p.pictures.filter(
        (file) => p.pictures[0] === file || pictures.get(file)?.shot !== 'making',
      )
      expect.soft(new Set(ofThePiece.map(groupOf)).size, p.key).toBe(1)
      for (const file of p.pictures) {
        expect.soft(existsSync(join(picturesDir, file)), file).toBe(true)
        expect.soft(pictures.get(file)?.craft, `${p.key} ${file}`).toBe(craft)
      }
    }
  })

  it('fill the plates of every piece evenly, with parts that are sharp and lie within their picture', () => {
    for (const product of products) {
      const gallery = galleryOf(product)
      expect.soft([3, 5], product.key).toContain(gallery.length)
      expect.soft(new Set(gallery).size, product.key).toBe(gallery.length)
      expect.soft(gallery.slice(0, product.pictures.length), product.key).toEqual(product.pictures)
    }
    for (const { file, of, width, height } of samplePictures.flatMap((picture) => partsOf(picture.file))) {
      const [left = 0, top = 0] = (file.split('@')[1] ?? '').split(',').map(Number)
      expect.soft(width, file).toBeGreaterThanOrEqual(330)
      expect.soft(left + width, file).toBeLessThanOrEqual(of.width)
      expect.soft(top + height, file).toBeLessThanOrEqual(of.height)
    }
  })

  it('serve three products at most', () => {
    const used = products.map((p) => groupOf(p.pictures[0]))
    for (const group of new Set(used))
      expect.soft(used.filter((g) => g === group).length, group).toBeLessThanOrEqual(3)
  })

  it('are all used, listed once, and light enough to fetch with the project', () => {
    const files = readdirSync(picturesDir).filter((file) => file.endsWith('.webp'))
    expect(files.toSorted()).toEqual([...pictures.keys()].toSorted())
    expect(samplePictures.length).toBe(pictures.size)
    const bytes = files.reduce((sum, file) => sum + statSync(join(picturesDir, file)).size, 0)
    expect(bytes).toBeLessThan(25 * 1024 * 1024)
  })

  it('know their motif and tone', () => {
    for (const { file, motif, tone } of samplePictures)
      expect.soft(motif !== '' && tone !== '', file).toBe(true)
  })
})
