import { describe, expect, it } from 'vitest'
import { saidInLatin } from '~/modules/regions/find-latin-place.server'
import { matchCounty } from '~/modules/regions/match-county.server'
import { everyPlace } from '~/modules/regions/places.server'
import { provincesInEnglish } from '~/modules/regions/provinces-in-english'
import { readPastedAddress } from './read-pasted-address.server'

const road = '8 Example Road'

describe('an address in English', () => {
  it.each([
    [`Lin Ruoxi, ${road}, Chengguan, Lanzhou, Gansu 730000`, '620102', road],
    [`${road}, Dongcheng District, Beijing`, '110101', road],
    [`Room 302, ${road}, Dongcheng District, Beijing 100010, China`, '110101', `Room 302, ${road}`],
    [
      `Lin Ruoxi\n${road}\nYuzhong County, Lanzhou City\nGansu Province, P.R. China\n13800001276`,
      '620123',
      road,
    ],
    [`${road}, Pudong New Area, Shanghai 200120`, '310115', road],
    [
      `Name: Lin Ruoxi\nTel: +86 138 0000 1276\nAddress: ${road}, Yuhua District, Shijiazhuang, Hebei`,
      '130108',
      road,
    ],
    [`China, Gansu Province, Lanzhou, Chengguan District, ${road}`, '620102', road],
    [`${road}, Yanta District, Xi'an, Shaanxi`, '610113', road],
    [`${road}, Yanta Qu, Xi’an Shi, Shaanxi Sheng`, '610113', road],
    [`${road}, Xiaodian, Taiyuan, Shanxi`, '140105', road],
    [`${road}, Gulou District, Fuzhou, Fujian`, '350102', road],
    [`${road}, Dongguan, Guangdong`, '441900', road],
    [`${road}, Chang'an Town, Dongguan, Guangdong 523000`, '441900', `${road}, Chang'an Town`],
    [`${road}, Linxia City, Linxia Hui Autonomous Prefecture, Gansu`, '622901', road],
    [`${road}, Linxia County, Linxia, Gansu`, '622921', road],
    [`${road}, Xincheng District, Hohhot, Inner Mongolia`, '150102', road],
    [`${road}, Tianshan District, Urumqi, Xinjiang`, '650102', road],
    [`8 Nanjing East Road, Huangpu District, Shanghai`, '310101', '8 Nanjing East Road'],
    [`No. 8 Example Road Chengguan District Lanzhou Gansu`, '620102', 'No. 8 Example Road'],
    [`${road}, Li County, Longnan, Gansu`, '621226', road],
    [`${road}, Yueqing, Wenzhou, Zhejiang`, '330382', road],
    [`${road}, chengguanqu, lanzhoushi, gansu`, '620102', road],
  ])('%j is read', (text, code, line) => {
    const read = readPastedAddress(text)
    expect(read.province).toBe(code.slice(0, 2))
    expect(matchCounty(read.province ?? '', read.county ?? '').map((place) => place.code)).toEqual([code])
    expect(read.line).toBe(line)
    if (text.includes('Lin Ruoxi')) expect(read.name).toBe('Lin Ruoxi')
    else expect(read.name).toBeNull()
  })

  it('keeps the words in which the place was written', () => {
    expect(readPastedAddress(`${road}, Chengguan, Lanzhou, Gansu 730000`).county).toBe('Chengguan, Lanzhou')
    expect(readPastedAddress(`${road}, Dongcheng District, Beijing`).county).toBe('Dongcheng District')
  })

  it.each([
    // two of them there
    [`${road}, Qiaoxi District, Hebei`, '13'],
    // the city of this name, or the county in it
    [`${road}, Chaoyang, Liaoning`, '21'],
    [`${road}, Linxia, Gansu`, '62'],
    // a town of that name is in Yuzhong
    [`${road}, Chengguan Town, Lanzhou, Gansu`, '62'],
    [`${road}, Lanzhou, Gansu`, '62'],
    ['8 Chaoyang Road, Beijing', '11'],
    ['Wang Heping, Tianjin', '12'],
    ['Chao Yang, Beijing', '11'],
  ])('%j leaves the county to the person', (text, province) =>
    expect(readPastedAddress(text)).toMatchObject({ province, county: null }),
  )

  it.each([
    `${road}, Chaoyang District`,
    `${road}, Suzhou`,
    'Huang Shan, 13800001276',
    'An Hui, 13800001276',
    `${road}, Zhongshan District, Taipei`,
    'Beijing Hotel, 8 Example Street, Berlin',
    '8 Gansu Road',
    'Thank you',
  ])('%j says no province', (text) => expect(readPastedAddress(text).province).toBeNull())
})

it('takes no county of the country for another one, and nearly each for itself', () => {
  const counties = everyPlace.filter(({ isCounty }) => isCounty)
  const read = counties.map((county) => {
    const said = `${saidInLatin(county)}, ${provincesInEnglish.get(county.code.slice(0, 2))}`
    const { province, county: words } = readPastedAddress(`${road}, ${said}`)
    const [place] = words === null ? [] : matchCounty(province ?? '', words)
    return { said, asked: county.code, got: place?.code ?? null }
  })
  expect(read.filter(({ asked, got }) => got !== null && got !== asked)).toEqual([])
  const known = read.filter(({ got }) => got !== null).length
  expect(known / counties.length).toBeGreaterThan(0.95)
})

describe('a county that is typed in English', () => {
  it.each([
    ['11', 'Dongcheng District, Beijing', ['110101']],
    ['62', 'Chengguan, Lanzhou', ['620102']],
    ['62', 'yu zhong xian', ['620123']],
    ['62', 'Cheng County', ['621221']],
    ['13', 'Qiaoxi', ['130104', '130703']],
    ['62', 'Dongcheng District, Beijing', []],
    ['62', 'Chengguan Road', []],
    ['62', 'Nowhere', []],
  ])('of %s: %j', (province, words, codes) =>
    expect(matchCounty(province, words).map(({ code }) => code)).toEqual(codes),
  )

  it('offers those that a name may mean in the letters in which it was typed', () => {
    expect(matchCounty('13', 'Qiaoxi').map(({ said }) => said)).toEqual([
      'Qiaoxi District, Shijiazhuang',
      'Qiaoxi District, Zhangjiakou',
    ])
  })
})
