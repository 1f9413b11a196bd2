import { describe, expect, it } from 'vitest'
import { resultFileLimit } from '~/body-limits'
import { type BankTemplateCode, bankTemplates } from './bank-templates'
import { readResult as read } from './read-result'

const readResult = (bytes: Uint8Array, code: BankTemplateCode = 'standard') =>
  read(bytes, bankTemplates[code].result)
const utf8 = (text: string) => new TextEncoder().encode(text)
const table = '序号,账号尾号,金额,结果,原因\r\n1,3306,526.50,成功,\r\n2,2071,1.00,失败,户名与账号不符\r\n'
const rows = [
  { row: 2, seq: 1, tail: '3306', amountFen: 52_650n, failure: null },
  { row: 3, seq: 2, tail: '2071', amountFen: 100n, failure: '户名与账号不符' },
]
const keysOf = (text: string) => readResult(utf8(text)).faults.map(({ row, key }) => [row, key])

describe('the bank’s answer', () => {
  it('is read as UTF-8 without and with a byte order mark', () => {
    expect(readResult(utf8(table))).toEqual({ rows, faults: [] })
    expect(readResult(utf8(`\uFEFF${table}`))).toEqual({ rows, faults: [] })
  })

  it('is read in the code of Chinese Windows', () => {
    // 序号,账号尾号,金额,结果 / 1,3306,526.50,成功 in GBK
    const head = [0xd0, 0xf2, 0xba, 0xc5, 0x2c, 0xd5, 0xcb, 0xba, 0xc5, 0xce, 0xb2, 0xba, 0xc5, 0x2c]
    const more = [0xbd, 0xf0, 0xb6, 0xee, 0x2c, 0xbd, 0xe1, 0xb9, 0xfb, 0x0d, 0x0a]
    const row = [...utf8('1,3306,526.50,'), 0xb3, 0xc9, 0xb9, 0xa6, 0x0d, 0x0a]
    expect(readResult(new Uint8Array([...head, ...more, ...row]))).toEqual({ rows: [rows[0]], faults: [] })
  })

  it('takes columns in any order, titles above, whole or masked accounts, grouped amounts and a control row', () => {
    const text = [
      '批量付款结果,,,,',
      '结果,金额(元),原因,账号,序号,经办',
      '成功,"1,526.50",,"\t6217000012343306",1,甲',
      '失败,¥1,退汇,="6217000012342071",2,甲',
      '成功,2.5,,6217********0001,3,甲',
      '成功,"1,530.00",,,合计,',
      ',,,,,',
    ].join('\n')
    expect(readResult(utf8(text))).toEqual({
      faults: [],
      rows: [
        { row: 3, seq: 1, tail: '3306', amountFen: 152_650n, failure: null },
        { row: 4, seq: 2, tail: '2071', amountFen: 100n, failure: '退汇' },
        { row: 5, seq: 3, tail: '0001', amountFen: 250n, failure: null },
      ],
    })
  })

  it('tells every fault with its row', () => {
    const text = [
      '序号,账号,金额,结果,原因',
      'x,3306,1,成功,',
      '1,3306,1.234,成功,',
      '2,6.22E+18,1,成功,',
      '3,3306,1,未成功,',
      '4,3306,1,失败,',
      '5,3306,-1,成功,',
    ].join('\n')
    expect(keysOf(text)).toEqual([
      [2, 'payout.rowNoSeq'],
      [3, 'payout.rowNoAmount'],
      [4, 'payout.rowNoTail'],
      [5, 'payout.rowNoOutcome'],
      [6, 'payout.rowNoReason'],
      [7, 'payout.rowNoAmount'],
    ])
  })

  it('refuses what is no such table', () => {
    expect(keysOf('')).toEqual([[0, 'payout.resultEmpty']])
    expect(keysOf('hello')).toEqual([[0, 'payout.resultNoHeader']])
    expect(keysOf('序号,账号,金额,结果\n')).toEqual([[0, 'payout.resultNoRows']])
    expect(keysOf('序号,账号,金额,结果\n"1,2,3')).toEqual([[0, 'payout.resultNotCsv']])
    expect(keysOf(`序号,账号,金额,结果\n${'1,3306,1,成功\n'.repeat(2_100)}`)).toEqual([
      [0, 'payout.resultTooLong'],
    ])
    expect(readResult(new Uint8Array(resultFileLimit + 1)).faults).toMatchObject([
      { key: 'payout.resultTooLarge' },
    ])
    expect(readResult(new Uint8Array([0xff, 0xfe, 0, 0, 0x80])).faults).toHaveLength(1)
  })

  it('keeps of a reason what can be stored, on one line', () => {
    const { rows: read } = readResult(
      utf8(`序号,账号,金额,结果,原因\n1,3306,1,失败,"退\u0000汇\n${'长'.repeat(300)}"`),
    )
    expect(read[0]?.failure).toMatch(/^退 汇 长+$/)
    expect([...(read[0]?.failure ?? '')]).toHaveLength(200)
  })
})

describe('the answer to another layout', () => {
  it('is found by its own titles and words', () => {
    const payroll =
      '编号,收款账号,金额,处理结果,备注\r\n0001,\t6217000012343306,526.50,已入账,\r\n0002,6217000012342071,1.00,退回,户名不符\r\n'
    expect(readResult(utf8(payroll), 'payroll')).toEqual({
      faults: [],
      rows: [rows[0], { ...rows[1], failure: '户名不符' }],
    })
    expect(readResult(utf8(payroll), 'standard').faults).toMatchObject([
      { row: 0, key: 'payout.resultNoHeader' },
    ])
  })

  it('brings our reference back', () => {
    const head = '客户流水号,收款人账号,金额（元）,交易状态,失败原因\r\n'
    expect(
      readResult(utf8(`${head}P261123-1-1,6217000012343306,526.50,交易成功,\r\n`), 'transfer').rows,
    ).toEqual([rows[0]])
    expect(
      readResult(utf8(`${head}1,6217000012343306,526.50,交易成功,\r\n`), 'transfer').faults,
    ).toMatchObject([{ row: 2, key: 'payout.rowNoSeq' }])
  })

  it('has no titles: places, fen and codes', () => {
    const host = '000001|6217000012343306|52650|0000|\r\n000002|6217000012342071|100|9999|户名与账号不符\r\n'
    expect(readResult(utf8(host), 'host')).toEqual({
      faults: [],
      rows: [
        { ...rows[0], row: 1 },
        { ...rows[1], row: 2 },
      ],
    })
    const odd = '000001|6217000012343306|526.50|0000|\r\n000002|6217000012342071|100|0001|\r\n'
    expect(readResult(utf8(odd), 'host').faults.map(({ key }) => key)).toEqual([
      'payout.rowNoAmount',
      'payout.rowNoOutcome',
    ])
  })
})
