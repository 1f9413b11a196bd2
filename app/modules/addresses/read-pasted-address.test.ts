import { describe, expect, it } from 'vitest'
import { matchCounty } from '~/modules/regions/match-county.server'
import { everyPlace, placeOfCode } from '~/modules/regions/places.server'
import { pastedMax, readPastedAddress } from './read-pasted-address.server'

const whole = {
  name: '林若溪',
  phone: '13800001276',
  province: '62',
  county: '兰州市榆中县',
  line: '城关镇示例路 8 号',
}

describe('a pasted address', () => {
  it.each([
    '林若溪 13800001276 甘肃省兰州市榆中县城关镇示例路 8 号',
    '甘肃省兰州市榆中县城关镇示例路 8 号 林若溪 13800001276',
    '13800001276 林若溪 甘肃省兰州市榆中县城关镇示例路 8 号',
    '甘肃省兰州市榆中县城关镇示例路 8 号，13800001276，林若溪',
    '林若溪，+86 138-0000-1276，甘肃 兰州 榆中 城关镇示例路 8 号',
    '林若溪\n13800001276\n甘肃省 兰州市 榆中县\n城关镇示例路 8 号',
    '收货人：林若溪\n手机号码：138 0000 1276\n所在地区：甘肃省兰州市榆中县\n详细地址：城关镇示例路 8 号',
    '收件人: 林若溪; 地址: 甘肃省兰州市榆中县城关镇示例路 8 号; 电话: 13800001276; 邮编: 730100',
    '林若溪13800001276甘肃省兰州市榆中县城关镇示例路 8 号',
    '林若溪甘肃省兰州市榆中县城关镇示例路 8 号13800001276',
    '中国甘肃省兰州市榆中县 甘肃省兰州市榆中县城关镇示例路 8 号 730100 林若溪 008613800001276',
    '林若溪，１３８００００１２７６，甘肃省，兰州市，榆中县，城关镇示例路 8 号',
    '兰州市榆中县城关镇示例路 8 号 林若溪 13800001276',
    '榆中县城关镇示例路 8 号 林若溪 13800001276',
  ])('%j is read whole', (text) => {
    const read = readPastedAddress(text)
    expect(read).toMatchObject({ ...whole, county: expect.stringMatching(/榆中县$/) })
    expect(matchCounty(read.province ?? '', read.county ?? '').map(({ code }) => code)).toEqual(['620123'])
  })

  it.each([
    ['北京市东城区东四街道示例胡同 8 号 林若溪 1380000127', '11', '东城区', '东四街道示例胡同 8 号'],
    ['北京市北京市朝阳区示例路 1 号', '11', '朝阳区', '示例路 1 号'],
    ['北京市市辖区朝阳区示例路 1 号', '11', '朝阳区', '示例路 1 号'],
    ['上海市浦东新区示例路 1 号', '31', '浦东新区', '示例路 1 号'],
    ['广东省东莞市示例镇示例路 1 号', '44', '东莞市', '示例镇示例路 1 号'],
    ['甘肃嘉峪关示例街区 1 号', '62', '嘉峪关市', '示例街区 1 号'],
    ['湖北省仙桃市示例路 1 号', '42', '仙桃市', '示例路 1 号'],
    ['甘肃省临夏州积石山县示例村 3 社', '62', '临夏回族自治州积石山保安族东乡族撒拉族自治县', '示例村 3 社'],
    ['内蒙古呼和浩特新城区示例路 1 号', '15', '呼和浩特市新城区', '示例路 1 号'],
    ['吉林省吉林市昌邑区示例路 1 号', '22', '吉林市昌邑区', '示例路 1 号'],
    ['吉林市昌邑区示例路 1 号', '22', '吉林市昌邑区', '示例路 1 号'],
    ['青海省海南藏族自治州共和县示例路 1 号', '63', '海南藏族自治州共和县', '示例路 1 号'],
    ['河北省秦皇岛市海港区河北大街 1 号', '13', '秦皇岛市海港区', '河北大街 1 号'],
    ['新疆乌鲁木齐市天山区示例路 1 号', '65', '乌鲁木齐市天山区', '示例路 1 号'],
    ['河北省石家庄市桥西区示例路 1 号', '13', '石家庄市桥西区', '示例路 1 号'],
  ])('%s', (text, province, county, line) => {
    const read = readPastedAddress(text)
    expect(read).toMatchObject({ province, county })
    expect(read.line).toContain(line)
  })

  it.each([
    ['示例手工有限公司 王小明 13800001276 甘肃省兰州市城关区示例路 1 号', '示例路 1 号 示例手工有限公司'],
    ['王小明 13800001276\n示例县人民医院\n甘肃省兰州市城关区示例路 1 号', '示例路 1 号 示例县人民医院'],
    ['甘肃省兰州市城关区示例路 1 号示例中学 王小明 13800001276', '示例路 1 号示例中学'],
    [
      'Li Ming, Example Trading Co., Ltd., 1 Shili Road, Chengguan District, Lanzhou, Gansu',
      'Example Trading',
    ],
    ['1 Shili Road, Chengguan District, Lanzhou, Gansu, Example Hotel, Li Ming 13800001276', 'Example Hotel'],
  ])('of %j keeps where she works', (text, line) => {
    expect(readPastedAddress(text).line).toContain(line)
  })

  it.each([
    ['马小燕', '马小燕 13800001276 甘肃省临夏州和政县示例村'],
    ['陈先生', '广西南宁青秀区民族大道 100 号 陈先生 (收) 13800001276'],
    ['陈静', '甘肃省兰州市榆中县示例路 8 号 陈静（亲收） 13800001276'],
    ['陈静', '甘肃省兰州市榆中县示例路 8 号 陈静收 13800001276'],
    ['陈静', '甘肃省兰州市榆中县示例路 8 号\n陈静 收\n13800001276'],
    ['欧阳示例', '甘肃省兰州市榆中县示例路 8 号 欧阳示例 13800001276'],
    ['阿依古丽·买买提', '新疆乌鲁木齐市天山区示例路 1 号 阿依古丽·买买提 13800001276'],
    ['王女士', '甘肃省兰州市榆中县示例路 8 号 王女士'],
    ['Lin Ruoxi', 'Lin Ruoxi, 13800001276, 甘肃省兰州市榆中县示例路 8 号'],
    ['李园', '李园 13800001276 甘肃省兰州市榆中县示例路 8 号'],
    ['林若溪(示例)', '林若溪（示例） 13800001276 北京市东城区示例胡同 8 号'],
  ])('finds %s in %s', (name, text) => expect(readPastedAddress(text).name).toBe(name))

  // as shops, parcel stations and chats hand them out
  it.each([
    ['收货人张三电话13800001276地址浙江省杭州市西湖区示例路8号', '张三', '33', '示例路8号'],
    ['收货人：张三丰手机：13800001276地址：浙江省杭州市西湖区示例路8号', '张三丰', '33', '示例路8号'],
    ['姓名 张三 手机号 13800001276 收货地址 浙江省杭州市西湖区示例路8号', '张三', '33', '示例路8号'],
    ['收货人张三浙江省杭州市西湖区示例路8号联系电话13800001276', '张三', '33', '示例路8号'],
    ['联系人:Lin Ruoxi\n联系方式:13800001276\n地址:上海市浦东新区示例路8号', 'Lin Ruoxi', '31', '示例路8号'],
    [
      '收件人姓名：那顺\n收件人电话：13800001276\n收件人地址：内蒙古呼和浩特市新城区示例路8号',
      '那顺',
      '15',
      '示例路8号',
    ],
    ['收货人: \n电话: 13800001276\n地址: 浙江省杭州市西湖区示例路8号', null, '33', '示例路8号'],
    ['张三，13800001276-1234，浙江省杭州市西湖区示例路8号', '张三', '33', '示例路8号 转 1234'],
    [
      '张三[1234]，13800001276-1234，浙江省杭州市西湖区示例路8号[1234]',
      '张三[1234]',
      '33',
      '示例路8号[1234]',
    ],
    ['张三 13800001276转1234 浙江省杭州市西湖区示例路8号', '张三', '33', '示例路8号 转 1234'],
    ['张三 13800001276（分机号：1234） 浙江省杭州市西湖区示例路8号', '张三', '33', '示例路8号 转 1234'],
    ['浙江省杭州市西湖区示例路8号 张三 13800001276 分机 1234', '张三', '33', '示例路8号 转 1234'],
    ['上海市浦东新区示例路8号 邮编 200120 张三 13800001276', '张三', '31', '示例路8号'],
    ['上海市浦东新区示例路8号（邮政编码：200120），张三收，13800001276', '张三', '31', '示例路8号'],
    ['邮编200120上海市浦东新区示例路8号 张三13800001276', '张三', '31', '示例路8号'],
    ['内蒙古呼和浩特市新城区 那顺 13800001276 团结路', '那顺', '15', '团结路'],
    ['内蒙古呼和浩特市新城区团结路 8 号 那顺 13800001276', '那顺', '15', '团结路 8 号'],
    ['甘肃省甘南州夏河县示例村 8 号 扎西卓玛 13800001276', '扎西卓玛', '62', '示例村 8 号'],
    ['山东省青岛市市南区香港中路8号 张三 13800001276', '张三', '37', '香港中路8号'],
    ['浙江省杭州市西湖区示例路电话局宿舍8号 张三 13800001276', '张三', '33', '示例路电话局宿舍8号'],
  ])('%j gives the name and the street', (text, name, province, line) =>
    expect(readPastedAddress(text)).toMatchObject({ name, phone: '13800001276', province, line }),
  )

  it.each([
    '香港九龙旺角示例街 8 号 陈大文 13800001276',
    '台湾省台北市中山区示例路 8 号 陈大文 13800001276',
    '臺北市中山区示例路 8 号 陈大文 13800001276',
  ])('%j is no place of the mainland', (text) =>
    expect(readPastedAddress(text)).toMatchObject({ province: null, county: null, line: null }),
  )

  it.each([
    '青岛市市南区香港中路 8 号',
    '台湾小吃店 13800001276 大连市中山区示例路 8 号',
    '湖北省武汉市江岸区香港路 8 号',
  ])('%j is one', (text) => expect(readPastedAddress(text).county).not.toBeNull())

  it('leaves out what does not stand there, and what it is not sure of', () => {
    expect(readPastedAddress('甘肃省兰州市榆中县')).toEqual({
      ...nothing,
      province: '62',
      county: '兰州市榆中县',
    })
    expect(readPastedAddress('甘肃省示例路 8 号').county).toBeNull()
    expect(readPastedAddress('兰州市榆中县白云路 13800001276').name).toBeNull()
    expect(readPastedAddress('兰州市榆中县示例路 兴隆小学 13800001276').name).toBeNull()
    expect(readPastedAddress('河北省桥西区示例路 1 号')).toMatchObject({ province: '13', county: null })
    expect(readPastedAddress('重庆路 3 号').province).toBeNull()
    expect(readPastedAddress('林若溪 23800001276 138000012760')).toMatchObject({ phone: null })
  })

  it.each([
    '',
    '   ',
    '\0',
    '你好',
    '🎁'.repeat(400),
    '<script>alert(1)</script>',
    '\u0001\u0001',
    '138'.repeat(100),
  ])('finds no place in %j', (text) =>
    expect(readPastedAddress(text)).toMatchObject({ province: null, county: null, line: null }),
  )

  it('reads every county of the country by its whole name', () => {
    const counties = everyPlace.filter(({ isCounty }) => isCounty)
    expect(counties.length).toBeGreaterThan(2900)
    const wrong = counties.filter((county) => {
      const read = readPastedAddress(`林若溪 13800001276 ${namesOf(county.code)}示例路 8 号`)
      const [place, ...more] = matchCounty(read.province ?? '', read.county ?? '')
      return more.length > 0 || place?.code !== county.code || read.line !== '示例路 8 号'
    })
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  it('reads a long text quickly', () => {
    const started = performance.now()
    for (const name of ['新城区', 'Jilin ', 'Chaoyang, ']) readPastedAddress(name.repeat(pastedMax))
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

const nothing = { name: null, phone: null, province: null, county: null, line: null }

function namesOf(code: string): string {
  const row = placeOfCode(code)
  if (!row) return ''
  return `${row.parent === null ? '' : namesOf(row.parent)}${row.name}`
}
