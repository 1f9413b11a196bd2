import { describe, expect, it } from 'vitest'
import { chinaRegions, lanzhouRegionExtras, lanzhouRegions, type RegionRow } from './regions'

function orphans(rows: RegionRow[]): string[] {
  const seen = new Set<string>()
  const lost: string[] = []
  for (const row of rows) {
    const expected = row.level === 'province' ? row.parentCode === null : seen.has(row.parentCode ?? '')
    if (!expected) lost.push(row.code)
    seen.add(row.code)
  }
  return lost
}

function childrenOf(rows: RegionRow[], parentCode: string): string[] {
  return rows.filter((row) => row.parentCode === parentCode).map((row) => row.name)
}

describe('regions of Lanzhou', () => {
  const rows = lanzhouRegions()
  const count = (level: RegionRow['level']) => rows.filter((row) => row.level === level).length

  it('has Gansu, 14 prefectures, 9 counties, 116 towns and 1,177 villages', () => {
    expect([count('province'), count('city'), count('county'), count('town'), count('village')]).toEqual([
      1, 14, 9, 116, 1177,
    ])
  })

  it('names every parent before its children', () => {
    expect(orphans(rows)).toEqual([])
  })

  it('has no code twice and no name twice under one parent', () => {
    expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length)
    expect(new Set(rows.map((row) => `${row.parentCode}/${row.name}`)).size).toBe(rows.length)
  })

  it('holds the New Area, which is no county by law', () => {
    expect(rows.find((row) => row.code === '620171')).toMatchObject({ name: '兰州新区', parentCode: '6201' })
  })

  it('says villages as people do', () => {
    const ends = rows.filter((row) => row.level === 'village').filter((row) => row.name.endsWith('委会'))
    expect(ends).toEqual([])
    expect(rows.find((row) => row.code === '620121113210')?.name).toBe('韩家井村')
  })

  it('keeps former names of regions that exist', () => {
    const codes = new Set(rows.map((row) => row.code))
    expect(lanzhouRegionExtras().filter((extra) => !codes.has(extra.code))).toEqual([])
    expect(lanzhouRegionExtras().find((extra) => extra.code === '620121113')?.formerNames).toEqual(['柳树乡'])
  })

  it('has an English name for every province, prefecture and county', () => {
    const unnamed = rows.filter((row) => row.code.length <= 6 && row.nameEn === null)
    expect(unnamed).toEqual([])
  })
})

describe('regions for addresses', () => {
  const rows = chinaRegions()

  it('has 31 provinces, every parent before its children, no code twice', () => {
    expect(rows.filter((row) => row.level === 'province')).toHaveLength(31)
    expect(orphans(rows)).toEqual([])
    expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length)
  })

  it('ends in a county everywhere', () => {
    const parents = new Set(rows.map((row) => row.parentCode))
    expect(rows.filter((row) => !parents.has(row.code) && row.level !== 'county')).toEqual([])
  })

  it('skips the filler between a municipality and its districts', () => {
    expect(childrenOf(rows, '11')).toContain('东城区')
    expect(childrenOf(rows, '50')).toEqual(expect.arrayContaining(['渝中区', '城口县']))
    expect(childrenOf(rows, '41')).toEqual(expect.arrayContaining(['郑州市', '济源市']))
    expect(childrenOf(rows, '44')).toContain('东莞市')
    expect(rows.map((row) => row.name)).not.toContain('市辖区')
  })
})
