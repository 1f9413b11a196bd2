import { toYuan } from '~/platform/money'

/** One payment as the bank is told it. */
export type BankFileLine = {
  seq: number
  holder: string
  accountNumber: string
  bankName: string
  amountFen: bigint
}

/** What a column holds. `account` keeps all its digits in a spreadsheet, `text` never runs as a formula there. */
type Column = {
  title: string
  kind: 'account' | 'text' | 'plain'
  cell: (line: BankFileLine, batch: string) => string
}

/** How the bank's answer is read: by the titles of its columns, or, in a file without titles, by their places. */
export type ResultLayout = {
  delimiter: string
  columns:
    | { titles: Record<ResultColumn, readonly string[]> }
    | { places: Record<ResultColumn, number>; width: number }
  /** finds the number of the line in its cell */
  seq: RegExp
  unit: 'yuan' | 'fen'
  paid: readonly string[]
  failed: readonly string[]
}

export type ResultColumn = 'seq' | 'tail' | 'amount' | 'outcome' | 'reason'

/** The layout of a bank's batch file and of its answer. */
export type BankTemplate = {
  encoding: 'utf8_bom' | 'gb18030'
  extension: 'csv' | 'txt'
  delimiter: string
  /** every cell in quotes; else only those that need it */
  quoted: boolean
  /** the columns' titles stand above the lines */
  titled: boolean
  /** the row with count and sum, and where it stands; null: none */
  control: {
    place: 'first' | 'last'
    row: (batch: string, count: number, totalFen: bigint) => string[]
  } | null
  columns: readonly Column[]
  /** lines that the bank takes in one file */
  rowLimit: number
  /** what the bank takes in one payment, fen; null: anything */
  amountLimitFen: bigint | null
  result: ResultLayout
}

export const bankTemplateCodes = ['standard', 'payroll', 'transfer', 'host'] as const
export type BankTemplateCode = (typeof bankTemplateCodes)[number]

/** What the money is for, as banks ask it on a batch. */
const purpose = '货款'
/** Stands on her bank's statement and on ours: the daily reconciliation finds the payment by it. */
const remark = (batch: string, seq: number) => `陇原巧手 ${batch} 第 ${seq} 行`

const answerTitles = {
  tail: ['账号尾号', '账号', '收款账号', '收款人账号'],
  amount: ['金额', '金额(元)', '金额（元）'],
  outcome: ['结果', '处理结果', '交易状态'],
  reason: ['原因', '失败原因', '备注'],
} as const

/**
 * Layouts as operators' banks ask for them: the shapes are common ones, the limits cautious. A bank that differs gets a row of its own here, from its manual.
 */
export const bankTemplates: Readonly<Record<BankTemplateCode, BankTemplate>> = {
  /** a table that any online bank imports by hand */
  standard: {
    encoding: 'utf8_bom',
    extension: 'csv',
    delimiter: ',',
    quoted: true,
    titled: true,
    control: {
      place: 'last',
      row: (_, count, totalFen) => ['合计', `${count} 笔`, '', '', toYuan(totalFen), '', ''],
    },
    columns: [
      { title: '序号', kind: 'plain', cell: ({ seq }) => String(seq) },
      { title: '户名', kind: 'text', cell: ({ holder }) => holder },
      { title: '账号', kind: 'account', cell: ({ accountNumber }) => accountNumber },
      { title: '开户行', kind: 'text', cell: ({ bankName }) => bankName },
      { title: '金额', kind: 'plain', cell: ({ amountFen }) => toYuan(amountFen) },
      { title: '用途', kind: 'plain', cell: () => purpose },
      { title: '附言', kind: 'plain', cell: ({ seq }, batch) => remark(batch, seq) },
    ],
    rowLimit: 1_000,
    amountLimitFen: null,
    result: {
      delimiter: ',',
      columns: { titles: { seq: ['序号'], ...answerTitles } },
      seq: /^(\d{1,4})$/,
      unit: 'yuan',
      paid: ['成功'],
      failed: ['失败'],
    },
  },
  /** 代发: to cards of the operator's own bank, so that no bank is named; small payments */
  payroll: {
    encoding: 'gb18030',
    extension: 'csv',
    delimiter: ',',
    quoted: false,
    titled: true,
    control: null,
    columns: [
      { title: '编号', kind: 'plain', cell: ({ seq }) => String(seq).padStart(4, '0') },
      { title: '收款账号', kind: 'account', cell: ({ accountNumber }) => accountNumber },
      { title: '收款户名', kind: 'text', cell: ({ holder }) => holder },
      { title: '金额', kind: 'plain', cell: ({ amountFen }) => toYuan(amountFen) },
      { title: '摘要', kind: 'plain', cell: ({ seq }, batch) => remark(batch, seq) },
    ],
    rowLimit: 500,
    amountLimitFen: 5_000_000n,
    result: {
      delimiter: ',',
      columns: { titles: { seq: ['编号'], ...answerTitles } },
      seq: /^(\d{1,4})$/,
      unit: 'yuan',
      paid: ['成功', '已入账'],
      failed: ['失败', '退回'],
    },
  },
  /** 批量转账: to other banks, with a reference of ours that comes back */
  transfer: {
    encoding: 'utf8_bom',
    extension: 'csv',
    delimiter: ',',
    quoted: true,
    titled: true,
    control: null,
    columns: [
      { title: '客户流水号', kind: 'plain', cell: ({ seq }, batch) => `${batch}-${seq}` },
      { title: '收款人名称', kind: 'text', cell: ({ holder }) => holder },
      { title: '收款人账号', kind: 'account', cell: ({ accountNumber }) => accountNumber },
      { title: '收款人开户行', kind: 'text', cell: ({ bankName }) => bankName },
      { title: '币种', kind: 'plain', cell: () => '人民币' },
      { title: '金额（元）', kind: 'plain', cell: ({ amountFen }) => toYuan(amountFen) },
      { title: '用途', kind: 'plain', cell: () => purpose },
      { title: '附言', kind: 'plain', cell: ({ seq }, batch) => remark(batch, seq) },
    ],
    rowLimit: 50,
    amountLimitFen: 20_000_000n,
    result: {
      delimiter: ',',
      columns: { titles: { seq: ['客户流水号'], ...answerTitles } },
      seq: /^P\d{6}-\d{1,4}-(\d{1,4})$/,
      unit: 'yuan',
      paid: ['成功', '交易成功'],
      failed: ['失败', '交易失败', '退汇'],
    },
  },
  /** 银企直连: a line-by-line text for the bank's host, amounts in fen, the control line first */
  host: {
    encoding: 'gb18030',
    extension: 'txt',
    delimiter: '|',
    quoted: false,
    titled: false,
    control: {
      place: 'first',
      row: (batch, count, totalFen) => [batch, String(count), String(totalFen), 'CNY'],
    },
    columns: [
      { title: 'seq', kind: 'plain', cell: ({ seq }) => String(seq).padStart(6, '0') },
      { title: 'account', kind: 'plain', cell: ({ accountNumber }) => accountNumber },
      { title: 'holder', kind: 'plain', cell: ({ holder }) => holder },
      { title: 'bank', kind: 'plain', cell: ({ bankName }) => bankName },
      { title: 'amount', kind: 'plain', cell: ({ amountFen }) => String(amountFen) },
      { title: 'remark', kind: 'plain', cell: ({ seq }, batch) => remark(batch, seq) },
    ],
    rowLimit: 1_000,
    amountLimitFen: null,
    result: {
      delimiter: '|',
      columns: { places: { seq: 0, tail: 1, amount: 2, outcome: 3, reason: 4 }, width: 5 },
      seq: /^(\d{1,6})$/,
      unit: 'fen',
      paid: ['0000'],
      failed: ['1111', '9999'],
    },
  },
}

/** The code that a batch names; a code that does not exist is a fault of the record. */
export function templateCodeOf(code: string): BankTemplateCode {
  const known = bankTemplateCodes.find((one) => one === code)
  if (!known) throw new Error('a batch in a layout that does not exist')
  return known
}

/** The layout that a batch names. */
export function bankTemplateOf(code: string): BankTemplate {
  return bankTemplates[templateCodeOf(code)]
}
