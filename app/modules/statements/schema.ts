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
