import type { StripeGateway } from '~/platform/payments-sdk/stripe-gateway.server'
import type { ApiExchange } from '../../scripts/stripe-contract/exchange'

/** By what a method is known in a record. */
export interface Mark {
  /** The call of the API that it makes. */
  operation: string
  /** A parameter that it sends and other methods with the same call do not: `status=open`, `expand[]=charge`. */
  param?: string
  /** A parameter that it does not send and others do: `status`. */
  without?: string
  /** An example: its request must bear the mark, and no other method's may. */
  example: (gateway: StripeGateway) => Promise<unknown>
}

/** Whether an exchange is the doing of the method with this mark. */
export function bearsMark(exchange: ApiExchange, operation: string | null, mark: Mark): boolean {
  if (operation !== mark.operation) return false
  const params = [...new URLSearchParams(`${exchange.query}&${exchange.body}`)].map(
    ([name, text]) => `${name.replace(/\[\d+\]/g, '[]')}=${text}`,
  )
  if (mark.param !== undefined && !params.includes(mark.param)) return false
  return mark.without === undefined || !params.some((param) => param.startsWith(`${mark.without}=`))
}
