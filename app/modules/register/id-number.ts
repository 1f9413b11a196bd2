const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'

/** What may be wrong with an identity number (GB 11643). */
export type IdFault = 'register.idLength' | 'register.idForm' | 'register.idCheck' | 'register.idBirthday'

export type IdNumber = { value: string; birthYear: number }

/**
 * An identity number in its 18 digits, however it was typed: full-width, with spaces, a small x, a leading apostrophe, or in the 15 digits of before 1999. Says what is wrong
 * with one that cannot be.
 */
export function readIdNumber(text: string): IdNumber | IdFault {
  const typed = text
    .normalize('NFKC')
    .replace(/['’`\s-]/g, '')
    .toUpperCase()
  if (typed.length !== 15 && typed.length !== 18) return 'register.idLength'
  if (!/^\d+X?$/.test(typed) || (typed.length === 15 && typed.endsWith('X'))) return 'register.idForm'
  const value = typed.length === 15 ? withCheck(`${typed.slice(0, 6)}19${typed.slice(6)}`) : typed
  if (value !== withCheck(value.slice(0, 17))) return 'register.idCheck'
  const day = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return 'register.idBirthday'
  return { value, birthYear: Number(value.slice(6, 10)) }
}

function withCheck(body: string): string {
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (weights[at] ?? 0), 0)
  return body + (checks[sum % 11] ?? '')
}
