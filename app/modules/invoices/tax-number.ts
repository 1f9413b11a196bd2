/** Characters of a 统一社会信用代码 by their value: no I, O, S, V, Z (GB 32100-2015, table 1). */
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** As companies copy it: half-width capitals without blanks and dashes. */
export function normaliseTaxNumber(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
}

/**
 * Whether a text is an 18-character 统一社会信用代码: two characters for who registered it, six digits for where, nine for whom, and a check character
 * that fits the others (GB 32100-2015, annex A: weights 3^i modulo 31).
 */
export function isTaxNumber(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return false
  let weight = 1
  let sum = 0
  for (const character of code.slice(0, 17)) {
    sum += characters.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return characters.indexOf(code.charAt(17)) === (31 - (sum % 31)) % 31
}
