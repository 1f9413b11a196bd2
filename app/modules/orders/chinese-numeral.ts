const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** 1 → 一 … 99 → 九十九, for counting parcels in words; larger numbers stay digits. */
export function chineseNumeral(count: number): string {
  if (!Number.isInteger(count) || count < 0 || count > 99) return String(count)
  if (count <= 10) return digits[count] ?? String(count)
  const tens = Math.floor(count / 10)
  const ones = count % 10
  return `${tens === 1 ? '' : digits[tens]}十${ones === 0 ? '' : digits[ones]}`
}
