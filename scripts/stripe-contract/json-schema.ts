/** The part of JSON Schema (draft 7) that the contract is written in. */
export interface JsonSchema {
  $ref?: string
  type?: 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object'
  enum?: (string | number | boolean)[]
  /** The SDK's type admits any text here; the enum holds the values that Stripe documents. */
  'x-open'?: true
  anyOf?: JsonSchema[]
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
}

/** One call of the API: what it takes and what it answers. */
export interface ContractOperation {
  method: 'GET' | 'POST' | 'DELETE'
  /** `/v1/refunds/{id}` */
  path: string
  /** The SDK's name of it: `Refunds.retrieve`. */
  sdk: string
  /** How `response` is wrapped: alone, in a list, or in a page of search results. */
  kind: 'object' | 'list' | 'search'
  /** Null for a call without parameters. */
  params: JsonSchema | null
  paramsRequired: boolean
  response: JsonSchema
}

export interface Contract {
  sdkVersion: string
  /** What `Stripe-Version` must say. */
  apiVersion: string
  operations: ContractOperation[]
  /** Every type of event that the SDK knows. */
  eventTypes: string[]
  /** `req.…` are closed, `res.…` are open: Stripe adds to its answers at any time. */
  definitions: Record<string, JsonSchema>
}
