const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const idChecks = '10X98765432'

/** An identity number with a right check digit (GB 11643) of a district that does not exist (code 990000): it belongs to nobody. */
export function exampleIdNumber(birthYear: number, serial: number): string {
  const body = `990000${birthYear}0101${String(serial % 1000).padStart(3, '0')}`
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (idWeights[index] ?? 0), 0)
  return body + (idChecks[sum % 11] ?? '')
}

/** A card number with a right check digit (Luhn) under a prefix that no bank uses. */
export function exampleCardNumber(serial: number): string {
  const body = `999990${String(serial).padStart(12, '0')}`
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return body + String((10 - (sum % 10)) % 10)
}
