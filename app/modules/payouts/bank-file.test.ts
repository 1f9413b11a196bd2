import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { writeBankFile } from './bank-file'
import { type BankFileLine, bankTemplateCodes, bankTemplates } from './bank-templates'

function line(over: Partial<BankFileLine> = {}): BankFileLine {
  return {
    seq: 1,
    holder: '示例',
    accountNumber: '6217000012345678901',
    bankName: '示例银行榆中支行',
    amountFen: 52650n,
    ...over,
  }
}

const write = (number: string, lines: readonly BankFileLine[]) =>
  writeBankFile({ template: bankTemplates.standard, number, lines })

function rowsOf(file: Buffer): string[][] {
  return parse(file, { bom: true, record_delimiter: '\r\n' })
}

describe('the bank file', () => {
  it('begins with a byte order mark and ends every row with CRLF', () => {
    const file = write('P261123-1', [line()])
    expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = file.toString('utf8')
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('says each payment in the order of the columns', () => {
    const rows = rowsOf(write('P261123-1', [line()]))
    expect(rows[0]).toEqual(['序号', '户名', '账号', '开户行', '金额', '用途', '附言'])
    expect(rows[1]).toEqual([
      '1',
      '示例',
      '\t6217000012345678901',
      '示例银行榆中支行',
      '526.50',
      '货款',
      '陇原巧手 P261123-1 第 1 行',
    ])
  })

  it('closes with a control row of count and sum', () => {
    const lines = [line(), line({ seq: 2, amountFen: 5n }), line({ seq: 3, amountFen: 100_000_000n })]
    expect(rowsOf(write('P261123-1', lines)).at(-1)).toEqual(['合计', '3 笔', '', '', '1000526.55', '', ''])
  })

  it.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '＝1', '\t=1', '\r\n=1'])(
    'runs no formula: %j',
    (holder) => {
      const cell = rowsOf(write('P261123-1', [line({ holder })]))[1]?.[1] ?? ''
      expect(cell).toMatch(/^'/)
      expect(cell).not.toMatch(/[\r\n\t]/)
    },
  )

  it('keeps quotes and commas inside a cell', () => {
    const holder = '示例, "小"名'
    expect(rowsOf(write('P261123-1', [line({ holder })]))[1]?.[1]).toBe(holder)
  })

  it('has the same bytes for the same lines', () => {
    const checksum = () =>
      createHash('sha256')
        .update(write('P261123-1', [line(), line({ seq: 2 })]))
        .digest('hex')
    expect(checksum()).toBe(checksum())
  })

  it('refuses an account number that is none', () => {
    expect(() => write('P261123-1', [line({ accountNumber: '=1+1' })])).toThrow('digits')
  })
})

describe('the other layouts', () => {
  const lines = [
    line({ holder: '=示例|𠮷', amountFen: 5n }),
    line({ seq: 2, accountNumber: '62170000123', amountFen: 1_000_000n }),
  ]
  const file = (code: (typeof bankTemplateCodes)[number]) =>
    writeBankFile({ template: bankTemplates[code], number: 'P261123-1', lines })
  const gb18030 = new TextDecoder('gb18030', { fatal: true })

  it('pays wages: GB 18030, no bank, no control row', () => {
    expect(gb18030.decode(file('payroll'))).toBe(
      [
        '编号,收款账号,收款户名,金额,摘要',
        "0001,\t6217000012345678901,'=示例|𠮷,0.05,陇原巧手 P261123-1 第 1 行",
        '0002,\t62170000123,示例,10000.00,陇原巧手 P261123-1 第 2 行',
        '',
      ].join('\r\n'),
    )
  })

  it('transfers to other banks: UTF-8 with a mark, our reference first, the currency said', () => {
    const bytes = file('transfer')
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const rows = rowsOf(bytes)
    expect(rows).toHaveLength(3)
    expect(rows[2]).toEqual([
      'P261123-1-2',
      '示例',
      '\t62170000123',
      '示例银行榆中支行',
      '人民币',
      '10000.00',
      '货款',
      '陇原巧手 P261123-1 第 2 行',
    ])
  })

  it('speaks to a host: GB 18030, the control line first, fen, and no bar inside a cell', () => {
    expect(gb18030.decode(file('host'))).toBe(
      [
        'P261123-1|2|1000005|CNY',
        '000001|6217000012345678901|=示例 𠮷|示例银行榆中支行|5|陇原巧手 P261123-1 第 1 行',
        '000002|62170000123|示例|示例银行榆中支行|1000000|陇原巧手 P261123-1 第 2 行',
        '',
      ].join('\r\n'),
    )
  })

  it.each(bankTemplateCodes)(
    '%s gives the same bytes for the same lines, and refuses a number that is none',
    (code) => {
      expect(file(code).equals(file(code))).toBe(true)
      const odd = [line({ accountNumber: '6217 0000 1234' })]
      expect(() => writeBankFile({ template: bankTemplates[code], number: 'P261123-1', lines: odd })).toThrow(
        'digits',
      )
    },
  )
})
