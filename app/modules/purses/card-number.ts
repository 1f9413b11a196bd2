/** Digits of an account number as people type it: half- or full-width, in groups. */
export function normaliseCardNumber(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '')
}

/**
 * What is wrong with the number of a card of a person: mainland cards have 16 to 19 digits and a check digit (ISO/IEC 7812, Luhn). An account of a firm has 8 to 32
 * digits and none. Null when nothing is.
 */
export function cardNumberFault(number: string, ofFirm: boolean): 'digits' | 'length' | 'check' | null {
  if (!/^\d+$/.test(number)) return 'digits'
  if (ofFirm) return number.length >= 8 && number.length <= 32 ? null : 'length'
  if (number.length < 16 || number.length > 19) return 'length'
  return hasCheckDigit(number) ? null : 'check'
}

function hasCheckDigit(number: string): boolean {
  const digits = [...number].reverse().map(Number)
  const sum = digits.reduce((total, digit, place) => {
    if (place % 2 === 0) return total + digit
    return total + (digit > 4 ? digit * 2 - 9 : digit * 2)
  }, 0)
  return sum % 10 === 0
}
