import type { FormFailure } from '~/platform/form.server'
import type { FieldFault } from '~/ui/error-banner'
import type { CartLineView } from './cart-view'

/** A number that stood in the basket when it was sent and came back; `fault` what is wrong with it. */
export type TypedNumber = { variantId: string; answersKey: string; typed: string; fault: string | null }

/** Whether the number of a line can be changed. */
export function isCounted({ most, quantity }: CartLineView): boolean {
  return most > 1 || (most === 1 && quantity > 1)
}

/** The numbers of a basket that came back, in the order in which they were sent. */
export function typedNumbers(failure: FormFailure | null): TypedNumber[] {
  const numbers: TypedNumber[] = []
  if (!failure) return numbers
  const { values, errors } = failure
  for (let at = 0; values[`lines[${at}].variantId`] !== undefined; at++)
    numbers.push({
      variantId: values[`lines[${at}].variantId`] ?? '',
      answersKey: values[`lines[${at}].answersKey`] ?? '',
      typed: values[`lines[${at}].quantity`] ?? '',
      fault: errors[`lines[${at}].quantity`] ?? null,
    })
  return numbers
}

/** The typed number of a line, if it was sent. */
export function numberOf(numbers: readonly TypedNumber[], line: CartLineView): TypedNumber | undefined {
  return numbers.find(
    ({ variantId, answersKey }) => variantId === line.variantId && answersKey === line.answersKey,
  )
}

/** The id of the field for a line's number. */
export function numberId({ variantId, answersKey }: Pick<CartLineView, 'variantId' | 'answersKey'>): string {
  return `quantity-${variantId}${answersKey}`
}

type Shown = { counted: readonly CartLineView[]; numbers: readonly TypedNumber[] }

/** What is wrong beside fields of the basket as it is now: anything else is said above. */
export function faultsBeside({ errors }: FormFailure, { counted, numbers }: Shown): FieldFault[] {
  const ofNumbers = counted.flatMap((line) => {
    const text = numberOf(numbers, line)?.fault
    return text ? [{ fieldId: numberId(line), text }] : []
  })
  return errors.promoCode ? [...ofNumbers, { fieldId: 'promoCode', text: errors.promoCode }] : ofNumbers
}
