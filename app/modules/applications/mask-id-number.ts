/** 6201**********1234: an identity number as screens show it. */
export function maskIdNumber(number: string): string {
  return `${number.slice(0, 4)}${'*'.repeat(10)}${number.slice(-4)}`
}
