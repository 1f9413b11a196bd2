import { z } from 'zod'

/** Which of her purses a statement is of, and whether it is set in large type. */
export const StatementSearch = z.object({
  purse: z
    .union([z.literal('me'), z.uuid()])
    .nullable()
    .default(null)
    .catch(null),
  print: z.enum(['large']).nullable().default(null).catch(null),
})

/** Which year of which purse, the present one without; and whether it is set in large type. */
export const TaxSearch = z.object({
  purse: z
    .union([z.literal('me'), z.uuid()])
    .nullable()
    .default(null)
    .catch(null),
  print: z.enum(['large']).nullable().default(null).catch(null),
  year: z.coerce.number().int().min(2000).max(2100).nullable().default(null).catch(null),
})
