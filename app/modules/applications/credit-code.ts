const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** What may be wrong with a unified social credit code (GB 32100). */
type CodeFault = 'joining.creditLength' | 'joining.creditForm' | 'joining.creditCheck'

/** A unified social credit code in its 18 characters, however it was typed; or what is wrong with one that cannot be. I, O, S, V and Z stand in none. */
export function readCreditCode(text: string): { code: string } | { fault: CodeFault; actual: number } {
  const code = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  const actual = [...code].length
  if (actual !== 18) return { fault: 'joining.creditLength', actual }
  const values = [...code].map((one) => letters.indexOf(one))
  if (values.includes(-1)) return { fault: 'joining.creditForm', actual }
  const sum = weights.reduce((total, weight, at) => total + weight * (values[at] ?? 0), 0)
  return values[17] === (31 - (sum % 31)) % 31 ? { code } : { fault: 'joining.creditCheck', actual }
}
