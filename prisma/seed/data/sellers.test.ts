import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { demoAccounts } from '../accounts'
import { dayOfSeed } from '../load/dates'
import { buyers } from './buyers'
import { households } from './households'
import { people } from './people'
import { sellers } from './sellers'
import type { SeedDate } from './types'

const villages = new Set(
  readFileSync(join(import.meta.dirname, '../regions/lanzhou.json'), 'utf8').match(/(?<=")\d{12}(?=")/g),
)

const duplicates = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i)
const days = (date: SeedDate) => dayOfSeed(date, new Date('2026-11-23')).getTime() / 86_400_000

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
      3, 4, 2, 1, 1, 1,
    ])
    for (const a of demoAccounts.filter((x) => x.role === 'artisan')) {
      expect(sellers.find((s) => s.key === a.sellerKey)?.countyCode).toBe(a.regionCode)
    }
  })
})
