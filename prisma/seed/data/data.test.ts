import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { demoAccounts } from '../accounts'
import { buyers } from './buyers'
import { crafts } from './crafts'
import { households } from './households'
import { people } from './people'
import { products, productsOfCraft } from './products'
import { sellers } from './sellers'
import { spread } from './spread'
import type { Bilingual, ProductSeed, ReviewedText, SeedDate } from './types'

const picturesDir = join(import.meta.dirname, '../pictures')
const pictures = new Map(
  readFileSync(join(picturesDir, 'index.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [file = '', craft = '', , , , , group = ''] = line.split('\t')
      return [file, { craft, group }] as const
    }),
)
const groupOf = (file: string | undefined) => pictures.get(file ?? '')?.group ?? `missing ${file}`
const villages = new Set(
  readFileSync(join(import.meta.dirname, '../regions/lanzhou.json'), 'utf8').match(/(?<=")\d{12}(?=")/g),
)

const duplicates = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i)
const days = (date: SeedDate) =>
  typeof date === 'string'
    ? Date.parse(date) / 86_400_000
    : Date.parse('2026-11-23') / 86_400_000 - date.daysAgo

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
      expect.soft(p.pictures.length, p.key).toBeLessThanOrEqual(3)
      expect.soft(new Set(p.pictures.map(groupOf)).size, p.key).toBe(1)
      for (const file of p.pictures) {
        expect.soft(existsSync(join(picturesDir, file)), file).toBe(true)
        expect.soft(pictures.get(file)?.craft, `${p.key} ${file}`).toBe(craft)
      }
    }
  })

  it('serve three products at most, and never two that stand together', () => {
    const used = products.map((p) => groupOf(p.pictures[0]))
    for (const group of new Set(used))
      expect.soft(used.filter((g) => g === group).length, group).toBeLessThanOrEqual(3)
    for (const list of [products, ...crafts.map((c) => productsOfCraft(c.code))]) {
      list.forEach((p, i) => {
        const near = list.slice(i + 1, i + 4).map((q) => groupOf(q.pictures[0]))
        expect.soft(near, p.key).not.toContain(groupOf(p.pictures[0]))
      })
    }
  })
})

describe('sellers', () => {
  it('are sixty of all kinds, in many counties', () => {
    expect(sellers.length).toBeGreaterThanOrEqual(58)
    const count = (kind: string) => sellers.filter((s) => s.kind === kind).length
    expect(['individual', 'workshop', 'company', 'base', 'institution'].map(count)).toEqual([44, 8, 3, 3, 2])
    for (const county of ['620123', '620121']) {
      expect(sellers.filter((s) => s.countyCode === county).length).toBeGreaterThanOrEqual(15)
    }
    expect(new Set(sellers.map((s) => s.countyCode)).size).toBeGreaterThanOrEqual(8)
  })

  it('have keys, slugs and seals of their own', () => {
    expect(duplicates(sellers.map((s) => s.key))).toEqual([])
    expect(duplicates(sellers.map((s) => s.slug))).toEqual([])
    expect(duplicates(sellers.map((s) => s.name.zh))).toEqual([])
    for (const s of sellers) {
      expect.soft(s.slug).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect.soft([...s.seal].length, s.key).toBe(4)
      expect.soft(villages, s.key).toContain(s.villageCode)
      expect.soft(s.villageCode.startsWith(s.countyCode), s.key).toBe(true)
      expect
        .soft(
          people.some((p) => p.key === s.owner),
          s.key,
        )
        .toBe(true)
    }
  })

  it('show the person only where she agreed, which is seldom', () => {
    const individuals = sellers.filter((s) => s.kind === 'individual')
    expect(individuals.filter((s) => s.consents.realName).length).toBeLessThan(individuals.length / 4)
    expect(individuals.filter((s) => s.consents.photo).length).toBeLessThan(5)
  })
})

describe('households', () => {
  it('are invented, in real villages, none of which the report names', () => {
    const ofTheReport = [
      '620121113210',
      '620123210203',
      '620123102204',
      '620123105206',
      '620123105208',
      '620123101216',
    ]
    expect(duplicates(households.map((h) => h.code))).toEqual([])
    for (const h of households) {
      expect.soft(villages, h.key).toContain(h.villageCode)
      expect.soft(ofTheReport, h.key).not.toContain(h.villageCode)
      expect.soft(h.code).toMatch(/^SL-\d{6}-\d{3}$/)
      expect.soft(h.members.length, h.key).toBeGreaterThanOrEqual(2)
      expect.soft(h.members.length, h.key).toBeLessThanOrEqual(5)
      expect.soft(h.members.filter((m) => m.relation === 'self').length, h.key).toBe(1)
    }
  })

  it('have statuses that never overlap and people who are in one household on a day', () => {
    for (const h of households) {
      h.statuses.forEach((s, i) => {
        const next = h.statuses[i + 1]
        if (s.to !== undefined) expect.soft(days(s.to), h.key).toBeGreaterThan(days(s.from))
        if (next) expect.soft(days(next.from), h.key).toBeGreaterThanOrEqual(days(s.to ?? '2999-01-01'))
      })
    }
    const memberships = households.flatMap((h) => h.members)
    for (const person of new Set(memberships.map((m) => m.person))) {
      const own = memberships.filter((m) => m.person === person).sort((a, b) => days(a.from) - days(b.from))
      expect
        .soft(
          people.some((p) => p.key === person),
          person,
        )
        .toBe(true)
      own.forEach((m, i) => {
        const next = own[i + 1]
        if (next) expect.soft(days(next.from), person).toBeGreaterThanOrEqual(days(m.to ?? '2999-01-01'))
      })
    }
  })

  it('hold the cases that the numbers must survive', () => {
    const links = sellers.filter((s) => s.kind === 'individual').map((s) => s.links)
    expect(links.filter((l) => l.length === 2).length).toBeGreaterThanOrEqual(1)
    expect(
      links.filter((l) => l.some((k) => k.kind === 'household' && k.verifiedOn === undefined)).length,
    ).toBe(1)
    expect(links.filter((l) => l.some((k) => k.kind === 'none')).length).toBeGreaterThanOrEqual(8)
    expect(households.some((h) => h.statuses.some((s) => typeof s.from !== 'string'))).toBe(true)
    const linked = links.flat().flatMap((k) => (k.kind === 'household' ? [k.household] : []))
    expect(linked.filter((key) => !households.some((h) => h.key === key))).toEqual([])
  })
})

describe('people and accounts', () => {
  it('have keys and names of their own', () => {
    expect(duplicates(people.map((p) => p.key))).toEqual([])
    expect(duplicates(people.map((p) => p.name.zh))).toEqual([])
  })

  it('have telephones that nobody has', () => {
    const phones = [...demoAccounts.map((a) => a.phone), ...buyers.map((b) => b.phone)]
    for (const phone of phones) expect.soft(phone).toMatch(/^1380000\d{4}$/)
    expect(duplicates(demoAccounts.map((a) => a.phone))).toEqual([])
    expect(duplicates(buyers.map((b) => b.phone))).toEqual([])
    for (const b of buyers) expect.soft(b.addressLine).toContain('示例')
  })

  it('cover every role, with two finance hands and two counties', () => {
    const count = (role: string) => demoAccounts.filter((a) => a.role === role).length
    expect(['artisan', 'coordinator', 'finance', 'admin', 'broker', 'buyer'].map(count)).toEqual([
      2, 3, 2, 1, 1, 1,
    ])
    for (const a of demoAccounts.filter((x) => x.role === 'artisan')) {
      expect(sellers.find((s) => s.key === a.sellerKey)?.countyCode).toBe(a.regionCode)
    }
  })
})

describe('spread', () => {
  it('keeps the order of each list and parts its members', () => {
    expect(spread([['a1', 'a2', 'a3'], ['b1', 'b2', 'b3'], ['c1']])).toEqual([
      'a1',
      'b1',
      'a2',
      'b2',
      'c1',
      'a3',
      'b3',
    ])
    expect(spread([])).toEqual([])
  })
})
