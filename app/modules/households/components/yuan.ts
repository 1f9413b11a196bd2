import { formatMoney } from '~/platform/i18n/format'

/** 1,234.50: for columns whose header names the unit. */
export function yuanText(fen: number): string {
  return formatMoney('zh-CN', fen).replace('¥', '')
}
