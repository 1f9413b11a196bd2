import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { type BankFileLine, writeBankFile } from './bank-file'

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

function rowsOf(file: Buffer): string[][] {
  return parse(file, { bom: true, record_delimiter: '\r\n' })
}

describe('the bank file', () => {
  it('begins with a byte order mark and ends every row with CRLF', () => {
    const file = writeBankFile('P261123-1', [line()])
    expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = file.toString('utf8')
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('says each payment in the order of the columns', () => {
    const rows = rowsOf(writeBankFile('P261123-1', [line()]))
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
    expect(rowsOf(writeBankFile('P261123-1', lines)).at(-1)).toEqual([
      '合计',
      '3 笔',
      '',
      '',
      '1000526.55',
      '',
      '',
    ])
  })

  it.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '＝1', '\t=1', '\r\n=1'])(
    'runs no formula: %j',
    (holder) => {
      const cell = rowsOf(writeBankFile('P261123-1', [line({ holder })]))[1]?.[1] ?? ''
      expect(cell).toMatch(/^'/)
      expect(cell).not.toMatch(/[\r\n\t]/)
    },
  )

  it('keeps quotes and commas inside a cell', () => {
    const holder = '示例, "小"名'
    expect(rowsOf(writeBankFile('P261123-1', [line({ holder })]))[1]?.[1]).toBe(holder)
  })

  it('has the same bytes for the same lines', () => {
    const checksum = () =>
      createHash('sha256')
        .update(writeBankFile('P261123-1', [line(), line({ seq: 2 })]))
        .digest('hex')
    expect(checksum()).toBe(checksum())
  })

  it('refuses an account number that is none', () => {
    expect(() => writeBankFile('P261123-1', [line({ accountNumber: '=1+1' })])).toThrow('digits')
  })
})
