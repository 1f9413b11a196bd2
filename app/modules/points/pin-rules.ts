/** Whether a PIN is among those that are guessed first: one digit over and over, digits in a row up or down, two in turn, or the end of her phone's number. */
export function isWeakPin(pin: string, phone: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10))
  const isRow = steps.size === 1 && [0, 1, 9].some((step) => steps.has(step))
  const isPair = /^(\d\d)\1+$/.test(pin)
  return isRow || isPair || phone.endsWith(pin)
}
