import { describe, expect, it } from 'vitest'
import { type Ground, judgeTable } from './judge-table'
import { mapTitles } from './list-columns'

const ground: Ground = {
  crafts: [{ code: 'knots', nameZh: '中国结', nameEn: 'Chinese knots' }],
  knownCodes: new Set(['OLD-1']),
  photos: [],
}
const titles = ['货号', '品名', '工艺', '规格', '售价', '怎么卖', '库存', '照片']

/** A table of these rows, the titles being row 1. */
const judge = (rows: string[][], change: Partial<Ground> = {}) =>
  judgeTable({ titles, rows: rows.map((cells, at) => ({ number: at + 2, cells })) }, { ...ground, ...change })

const faultsOf = (rows: string[][], change: Partial<Ground> = {}) =>
  judge(rows, change).faults.map(({ row, letter, text }) => `${row} ${letter} ${text.split('\n')[0]}`)

const photo = (name: string, mediaId: string | null) => ({
  name,
  mediaId,
  fault: mediaId ? null : 'studio.pictureTooSmall\n{}',
})
const mediaA = '01900000-0000-7000-8000-000000000001'
const mediaB = '01900000-0000-7000-8000-000000000002'
const mediaC = '01900000-0000-7000-8000-000000000003'

describe('a table of pieces', () => {
  it('is read by the titles that people write, in either language', () => {
    const { places, unknown } = mapTitles(['Item number', ' 名 称 ', '工艺*', '价格(元)', '供应商', '价格'])
    expect([...places]).toEqual([
      ['code', 0],
      ['titleZh', 1],
      ['craftCode', 2],
      ['price', 3],
    ])
    expect(unknown).toEqual(['供应商', '价格'])
  })

  it('brings pieces by the rules of the studio’s forms', () => {
    const { fresh, faults } = judge([
      ['A1', '八道盘长', 'chinese knots', '', '￥1,368元', '有现货', '３', ''],
    ])
    expect(faults).toEqual([])
    expect(fresh[0]).toMatchObject({
      code: 'A1',
      content: { titleZh: '八道盘长', craftCode: 'knots', priceFen: 136_800, makeMode: 'stock', stock: 3 },
    })
  })

  it('brings up to three questions to the buyer, and names what is wrong in one', () => {
    const wished = [
      ...titles,
      '问买家1',
      '问买家1的提示',
      '问买家1最多几个字',
      '问买家1必须答',
      'Question 3',
      '问买家2必须答',
    ]
    const read = (...cells: string[]) =>
      judgeTable(
        {
          titles: wished,
          rows: [{ number: 2, cells: ['W1', '平安结', '中国结', '', '', '', '', '', ...cells] }],
        },
        ground,
      )
    expect(read('绣什么字', '名字', '8字', '是', '什么颜色', '').fresh[0]?.content.wishes).toEqual([
      { labelZh: '绣什么字', labelEn: '', hintZh: '名字', hintEn: '', maxLength: 8, isRequired: true },
      { labelZh: '什么颜色', labelEn: '', hintZh: '', hintEn: '', maxLength: 20, isRequired: false },
    ])
    expect(read().fresh[0]?.content.wishes).toEqual([])
    const faults = (...cells: string[]) =>
      read(...cells).faults.map(({ letter, column, text }) => `${letter} ${column} ${text.split('\n')[0]}`)
    expect(faults('', '名字', '', '', '', '')).toEqual(['I wish1Zh studio.wishLabelLacks'])
    expect(faults('', '', '5', '', '', '')).toEqual(['I wish1Zh studio.wishLabelLacks'])
    expect(faults('绣什么字', '', '121', '也许', '', '是')).toEqual([
      'L wish1Must pieces.yesOrNo',
      expect.stringMatching(/^K wish1Length /),
      ' wish2Zh studio.wishLabelLacks',
    ])
    expect(faults('字'.repeat(21), '', '', '', '', '')).toEqual([expect.stringMatching(/^I wish1Zh /)])
  })

  it('names every cell that is wrong by its row and column', () => {
    expect(
      faultsOf([
        ['', '没有货号', '中国结', '', '5', '', '', ''],
        ['B 1', '空格', '中国结', '', '5', '', '', ''],
        ['B2', '', '绣花', '', '0.5', '批发', '一些', ''],
        ['B3', '好的', '中国结', '', '=1+1', '', '', ''],
      ]),
    ).toEqual([
      '2 A pieces.noCode',
      '3 A pieces.badCode',
      '4 B errors.required',
      '4 C pieces.unknownWord',
      '4 F pieces.unknownWord',
      '4 E errors.moneyRange',
      '4 G errors.badNumber',
      '5 E pieces.formula',
    ])
  })

  it('takes rows with one number as kinds of one piece', () => {
    const { fresh, pieces } = judge([
      ['K1', '挂件', '中国结', '大红', '50', '有现货', '2', ''],
      ['K1', '', '', '小号', '40', '', '5', ''],
    ])
    expect(pieces).toMatchObject([{ code: 'K1', kinds: 2, standing: 'new' }])
    expect(fresh[0]?.content).toMatchObject({
      priceFen: 5000,
      stock: 2,
      options: [
        { nameZh: '大红', priceFen: 5000, stock: 2 },
        { nameZh: '小号', priceFen: 4000, stock: 5 },
      ],
    })
    expect(
      faultsOf([
        ['K1', '挂件', '中国结', '大红', '50', '', '', ''],
        ['K1', '别的', '', '大红', '50', '', '', ''],
        ['K1', '', '', '', '50', '', '', ''],
      ]),
    ).toEqual(['3 B pieces.otherThanFirst', '3 D pieces.kindTwice', '4 D pieces.noKind'])
  })

  it('leaves alone what is there already, whatever is written about it', () => {
    const { pieces, fresh, faults } = judge([['OLD-1', '', '没有的', '', '-3', '', '', 'x.jpg']])
    expect([pieces[0]?.standing, fresh, faults]).toEqual(['known', [], []])
  })

  it('never takes the row that shows how', () => {
    expect(judge([['示例-1', '示例', '中国结', '', '5', '', '', '']]).pieces).toEqual([])
  })

  it('finds photos by the number of a piece, in their order, and by their names', () => {
    const photos = [
      photo('a1-10.JPG', mediaC),
      photo('A1-2.jpg', mediaB),
      photo('A1 (1).jpg', mediaA),
      photo('A1-1-1.jpg', mediaC),
      photo('全景.png', mediaB),
      photo('别人.jpg', mediaA),
    ]
    const { fresh, loosePhotos } = judge(
      [
        ['A1', '一', '中国结', '', '5', '', '', ''],
        ['A1-1', '二', '中国结', '', '5', '', '', ''],
        ['A2', '三', '中国结', '', '5', '', '', '全景.png'],
      ],
      { photos },
    )
    const taken = new Map(
      fresh.map(({ code, content }) => [code, content.photos.map(({ mediaId }) => mediaId)]),
    )
    expect(taken.get('A1')).toEqual([mediaA, mediaB, mediaC])
    expect(taken.get('A1-1')).toEqual([mediaC])
    expect(taken.get('A2')).toEqual([mediaB])
    expect(loosePhotos).toEqual(['别人.jpg'])
  })

  it('says which named photo is not there or cannot be used', () => {
    const row = ['A1', '一', '中国结', '', '5', '', '', '小.jpg、没有.jpg']
    expect(faultsOf([row], { photos: [photo('小.jpg', null)] })).toEqual([
      '2 H pieces.badPhoto',
      '2 H pieces.noPhoto',
    ])
  })
})
