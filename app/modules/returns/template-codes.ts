import { type FigureName, figureNames } from './figures'

/** What each figure is called in the codes of a template: words that the office uses. */
const figureWords: Readonly<Record<FigureName, string>> = {
  sales: '成交',
  pieces: '件数',
  goodsFen: '货款',
  earnings: '增收人次',
  earners: '增收人数',
  newEarners: '首次增收',
  households: '增收户',
  incomeFen: '收入',
  payouts: '到账笔数',
  payoutsFen: '到账金额',
  onboarded: '新开张',
}

/** The codes of what a return says once, of its sum, and of one row, as they stand in a cell between double braces. */
export const onceCodes = { place: '地区', month: '月份', version: '版次', text: '文字稿' } as const
export const rowCodes = { place: '行.地区', state: '行.状态' } as const
export const sumCode = (name: FigureName): string => `合计.${figureWords[name]}`
export const rowCode = (name: FigureName): string => `行.${figureWords[name]}`

/** A code as it is written into a cell. */
export const written = (code: string): string => `{{${code}}}`

/** Every code there is, in the order in which they are explained. */
export const allCodes: readonly string[] = [
  ...Object.values(onceCodes),
  ...Object.values(rowCodes),
  ...figureNames.map(rowCode),
  ...figureNames.map(sumCode),
]

const pattern = /\{\{\s*([^{}]+?)\s*\}\}/g

/** The codes in the words of a cell. */
export function codesIn(text: string): string[] {
  return [...text.matchAll(pattern)].map(([, code = '']) => code)
}

/** Words with their codes filled in; a cell that is one code alone becomes its value, so that numbers stay numbers. */
export function fillCell(
  text: string,
  take: (code: string) => string | number | null | undefined,
): string | number | null {
  const [only] = codesIn(text)
  if (only !== undefined && text.trim().replaceAll(pattern, '') === '' && codesIn(text).length === 1) {
    const value = take(only)
    return value === undefined ? text : value
  }
  return text.replaceAll(pattern, (whole, code: string) => {
    const value = take(code)
    return value === undefined ? whole : String(value ?? '')
  })
}
