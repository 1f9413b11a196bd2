import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toYuan } from '~/platform/money'
import { readStatement, statementLimit } from './read-statement'

const header = '流水号,交易日期,支出,收入,摘要'
const bytes = (...lines: string[]) => new TextEncoder().encode(lines.join('\r\n'))

describe('a bank statement', () => {
  it('is read with other names, another order, titles above and a sum below', () => {
    const { rows, faults } = readStatement(
      bytes(
        '示例银行账户明细,,,,',
        '摘要,收入金额,支出金额,记账日期,交易流水号',
        '陇原巧手 P20261125-1 第 1 行,,"1,234.50",20261125,A1',
        '货款 6217000012345678,88.00,,2026/11/26,A2',
        '合计,88.00,1234.50,,',
      ),
    )
    expect(faults).toEqual([])
    expect(rows).toEqual([
      {
        bankRef: 'A1',
        bookedOn: new Date('2026-11-25'),
        amountFen: -123450n,
        text: '陇原巧手 P20261125-1 第 1 行',
      },
      { bankRef: 'A2', bookedOn: new Date('2026-11-26'), amountFen: 8800n, text: '货款 ****5678' },
    ])
  })

  it('is read in the code of Chinese Windows', () => {
    // 流水号,日期,支出,收入,摘要 / 1,2026-11-25,,1,款 in GB 18030
    const gbk = Uint8Array.from(Buffer.from('c1f7cbaebac52cc8d5c6da2cd6a7b3f62ccac8c82cd5aad2aa', 'hex'))
    expect(readStatement(gbk).faults).toMatchObject([{ key: 'reconciliation.statementNoHeader' }])
    const good = Uint8Array.from(
      Buffer.from(
        'c1f7cbaebac52cc8d5c6da2cd6a7b3f62ccad5c8eb2cd5aad2aa0a312c323032362d31312d32352c2c312cbfee',
        'hex',
      ),
    )
    expect(readStatement(good).rows).toMatchObject([{ amountFen: 100n, text: '款' }])
  })

  it.each([
    ['nothing', new Uint8Array(), 'statementEmpty'],
    ['too much', new Uint8Array(statementLimit + 1), 'statementTooLarge'],
    ['no table', bytes('"', 'a'), 'statementNotCsv'],
    ['another table', bytes('序号,金额', '1,2'), 'statementNoHeader'],
    ['a header alone', bytes(header), 'statementNoRows'],
    ['no number', bytes(header, ',2026-11-25,1,,a'), 'rowNoRef'],
    ['no day', bytes(header, '1,昨天,1,,a'), 'rowNoDay'],
    ['a day that is none', bytes(header, '1,2026-13-45,1,,a'), 'rowNoDay'],
    ['no amount', bytes(header, '1,2026-11-25,,,a'), 'rowNoAmount'],
    ['both amounts', bytes(header, '1,2026-11-25,1,2,a'), 'rowNoAmount'],
    ['three decimals', bytes(header, '1,2026-11-25,1.234,,a'), 'rowNoAmount'],
    ['a number twice', bytes(header, '1,2026-11-25,1,,a', '1,2026-11-25,2,,b'), 'statementTwice'],
  ])('with %s is refused in words', (_, file, key) => {
    expect(readStatement(file).faults).toMatchObject([{ key: `reconciliation.${key}` }])
  })

  it('loses no fen', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.bigInt({ min: -99_999_999_999n, max: 99_999_999_999n }).filter((fen) => fen !== 0n),
          {
            minLength: 1,
          },
        ),
        (amounts) => {
          const lines = amounts.map((fen, at) =>
            fen < 0n ? `${at},2026-11-25,${toYuan(-fen)},,a` : `${at},2026-11-25,,${toYuan(fen)},a`,
          )
          expect(readStatement(bytes(header, ...lines)).rows.map(({ amountFen }) => amountFen)).toEqual(
            amounts,
          )
        },
      ),
    )
  })
})
