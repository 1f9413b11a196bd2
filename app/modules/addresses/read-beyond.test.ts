import { describe, expect, it } from 'vitest'
import { readBeyond } from './read-beyond.server'

describe('an address of Hong Kong, Macao or Taiwan', () => {
  it.each([
    [
      '香港九龙旺角示例街 8 号 陈大文 13800001276',
      'HK',
      { name: '陈大文', phone: '+8613800001276', line1: '九龙旺角示例街 8 号', city: '香港' },
    ],
    [
      '陈大文，9123 4567，香港特別行政區九龍旺角示例街 8 號',
      'HK',
      { name: '陈大文', phone: '+85291234567', line1: '九龍旺角示例街 8 號', city: '香港' },
    ],
    ['九龍旺角示例街 8 號', 'HK', { line1: '九龍旺角示例街 8 號' }],
    [
      'Chan Tai Man, Flat 5, 8 Example Street, Mong Kok, Kowloon, Hong Kong, +852 9123 4567',
      'HK',
      {
        name: 'Chan Tai Man',
        phone: '+85291234567',
        line1: 'Flat 5, 8 Example Street, Mong Kok, Kowloon',
        city: 'Hong Kong',
      },
    ],
    [
      'Chan Tai Man\n8 Example Street\nTaipa, Macau SAR, China\n6612 3456',
      'MO',
      { name: 'Chan Tai Man', phone: '+85366123456', line1: '8 Example Street, Taipa', city: 'Macau' },
    ],
    ['澳门半岛示例街 8 号 陈大文', 'MO', { name: '陈大文', line1: '半岛示例街 8 号', city: '澳门' }],
    [
      '台湾省台北市中山区示例路 8 号 陈大文 0912-345-678',
      'TW',
      { name: '陈大文', phone: '+886912345678', line1: '中山区示例路 8 号', city: '台北市' },
    ],
    ['臺北市中山區示例路 8 號 陳大文', 'TW', { name: '陳大文', line1: '中山區示例路 8 號', city: '臺北市' }],
    [
      'Chen Dawen, 8 Example Road, Zhongshan District, Taipei City 104, Taiwan',
      'TW',
      { name: 'Chen Dawen', line1: '8 Example Road, Zhongshan District, 104', city: 'Taipei City' },
    ],
  ])('%j', (text, country, fields) => expect(readBeyond(text)).toEqual({ country, fields }))

  it.each([
    '香港路 8 号',
    '台湾小吃店 13800001276',
    'Room 5, 8 Hong Kong Middle Road',
    '兰州市榆中县示例路 8 号',
    '',
  ])('%j is none', (text) => expect(readBeyond(text)).toBeNull())

  it('goes on in a second line where the first is full, and loses nothing', () => {
    const street = `示例街 8 号 ${'示例大厦 '.repeat(18)}`.trim()
    const { line1 = '', line2 = '' } = readBeyond(`香港九龙${street} 13800001276`)?.fields ?? {}
    expect(`${line1} ${line2}`).toBe(`九龙${street}`)
    expect(line1.length).toBeLessThanOrEqual(80)
  })
})
