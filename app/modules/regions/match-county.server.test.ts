import { describe, expect, it } from 'vitest'
import { matchCounty, provincesIn } from './match-county.server'

describe('matching a county', () => {
  it.each([
    ['62', '兰州市榆中县', '620123'],
    ['62', '榆中', '620123'],
    ['62', '兰州 榆中县', '620123'],
    ['62', '甘肃省兰州市榆中县', '620123'],
    ['11', '东城区', '110101'],
    ['11', '北京市东城区', '110101'],
    ['33', '杭州市西湖区', '330106'],
    ['61', '碑林', '610103'],
    ['61', '西安碑林', '610103'],
    ['61', "Beilin District, Xi'an", '610103'],
    ['23', '绥化市北林', '231202'],
    ['44', '清新', '441803'],
    ['42', '神农架', '429021'],
    ['62', '临夏州积石山县', '622927'],
  ])('%s %s', (province, words, code) => {
    expect(matchCounty(province, words).map((place) => place.code)).toEqual([code])
  })

  it('says a county in Latin letters as a reader of them writes it', () => {
    expect(matchCounty('61', "Beilin, Xi'an").map(({ said }) => said)).toEqual(["Beilin District, Xi'an"])
    expect(matchCounty('31', 'Jingan').map(({ said }) => said)).toEqual(["Jing'an District, Shanghai"])
  })

  it('offers candidates for a name that several places have', () => {
    expect(matchCounty('13', '桥西区').length).toBeGreaterThan(1)
  })

  it.each(['不存在县', '', '%', '\0', '市'])('finds nothing for %j', (words) => {
    expect(matchCounty('62', words)).toEqual([])
  })

  it.each([
    ['zh-CN', /^\p{Script=Han}+$/u],
    ['en', /^[A-Z][A-Za-z ()]+$/],
  ] as const)('names every province of the mainland in its own words: %s', (locale, itsWords) => {
    const names = provincesIn(locale).map(({ name }) => name)
    expect(names.filter((name) => itsWords.test(name))).toHaveLength(31)
    expect(new Set(names).size).toBe(31)
  })
})
