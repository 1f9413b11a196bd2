import { z } from 'zod'
import { type ApiRefusal, invalidRequest, parameterMissing, parameterUnknown } from './errors'
import type { FormObject } from './form-encoding'

/** Every value arrives as text: these are Stripe's types as they look on the wire. */
export const integer = z
  .string()
  .regex(/^-?\d{1,15}$/, 'parameter_invalid_integer')
  .transform(Number)

export const bool = z
  .enum(['true', 'false'], 'parameter_invalid_boolean')
  .transform((text) => text === 'true')

export const text = (limit: number) =>
  z.string().min(1, 'parameter_invalid_empty').max(limit, 'parameter_invalid_string_length')

export const currency = z.string().regex(/^[a-z]{3}$/, 'three lower-case letters')

export const address = text(5000).regex(/^https?:\/\/[^\s/]+/, 'url_invalid')

/** https://docs.stripe.com/api/metadata: 50 keys of 40 characters, values of 500. */
export const metadata = z
  .record(z.string().min(1).max(40), z.string().max(500))
  .refine((entries) => Object.keys(entries).length <= 50)

export const expansions = z.array(z.string()).max(20)

export const paging = {
  expand: expansions.optional(),
  limit: integer.pipe(z.int().min(1).max(100)).default(10),
  starting_after: z.string().optional(),
  ending_before: z.string().optional(),
}

const bound = integer.optional()
/** `created=…` or `created[gte]=…` */
export const created = z
  .union([
    integer.transform((at) => ({ gt: undefined, gte: at, lt: undefined, lte: at })),
    z.strictObject({ gt: bound, gte: bound, lt: bound, lte: bound }),
  ])
  .optional()

export function isWithin(at: number, range: z.output<typeof created>): boolean {
  if (range === undefined) return true
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = range
  return at > gt && at >= gte && at < lt && at <= lte
}

/** Reads parameters by a strict schema, or refuses the first fault in Stripe's words. */
export function readParams<T>(schema: z.ZodType<T>, form: FormObject): T {
  const read = schema.safeParse(form, { reportInput: true })
  if (read.success) return read.data
  throw refusalOf(read.error.issues[0])
}

function refusalOf(issue: z.core.$ZodIssue | undefined): ApiRefusal {
  if (issue === undefined) return invalidRequest('Invalid request.')
  const param = nameOf(issue.path)
  if (issue.code === 'unrecognized_keys')
    return parameterUnknown(nameOf([...issue.path, issue.keys[0] ?? '']))
  if (issue.input === undefined) return parameterMissing(param)
  const shown = typeof issue.input === 'string' ? issue.input : JSON.stringify(issue.input)
  switch (issue.message) {
    case 'parameter_invalid_integer':
      return invalidRequest(`Invalid integer: ${shown}`, { code: issue.message, param })
    case 'parameter_invalid_empty':
      return invalidRequest(`You passed an empty string for '${param}'.`, { code: issue.message, param })
    case 'url_invalid':
      return invalidRequest('Not a valid URL', { code: issue.message, param })
    default:
      return invalidRequest(`Invalid ${param}: ${shown} (${issue.message})`, { param })
  }
}

function nameOf(path: readonly PropertyKey[]): string {
  const [first, ...rest] = path.map(String)
  return [first, ...rest.map((step) => `[${step}]`)].join('')
}
