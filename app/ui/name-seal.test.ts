import { describe, expect, it } from 'vitest'
import { sealColumns } from './name-seal'

describe('a name seal', () => {
  it.each([
    ['月琴', [['月', '琴']]],
    ['李桂兰', [['李', '桂'], ['兰']]],
    [
      '桂兰结艺',
      [
        ['桂', '兰'],
        ['结', '艺'],
      ],
    ],
    [
      '北山香包社',
      [
        ['北', '山', '香'],
        ['包', '社'],
      ],
    ],
    [
      '陇上结艺基地',
      [
        ['陇', '上', '结'],
        ['艺', '基', '地'],
      ],
    ],
    ['Guilan 桂兰', [['桂', '兰']]],
    ['Guilan', []],
  ])('of %s stands in columns from the right', (text, columns) => {
    expect(sealColumns(text)).toEqual(columns)
  })
})
