import { z } from 'zod'
import type { MessageKey, MessageParams } from '~/platform/i18n/translate'

/**
 * The kinds of form field. Messages are catalogue keys with parameters; handleForm puts them into the person's language.
 */

/** A message for a schema: read back by handleForm. */
export function message(key: MessageKey, params: MessageParams = {}): string {
  return `${key}\n${JSON.stringify(params)}`
}

/**
 * What PostgreSQL or UTF-8 cannot keep: NUL and other control characters but tab and line ends, half surrogates, and U+FFFD, which is what a browser makes of
 * those before it sends them: stored, it would stand in her text as a black question mark.
 */
function isStorable(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/.test(text)
}

/** Characters as a reader counts them: code points, not UTF-16 halves. */
export function lengthOf(text: string): number {
  return [...text].length
}

/**
 * Marks that turn the writing round. A name with them would rearrange the line in which others read it; some address books put them round
 * every number that is copied, so that nobody is asked to find them.
 */
const turners = /[\u202a-\u202e\u2066-\u2069]/g

/** Something that a reader sees: a name of spaces without width would leave her label empty. */
const visible = /[^\s\p{Cf}\u115f\u1160\u2800\u3164\uffa0]/u

type TextRules = {
  /** characters; 0: it may be empty */
  min?: number
  max: number
  /** what is said when it has to be there and is not */
  missing?: MessageKey
}

/** Text of min to max characters, trimmed, line ends as \n, without marks that turn it round. Without min it may be empty: ''; what shows nothing is. */
export function textField({ min = 0, max, missing = 'errors.required' }: TextRules) {
  return z
    .string()
    .default('')
    .transform((text, context) => {
      const shown = text.replace(/\r\n?/g, '\n').replace(turners, '').trim()
      const clean = visible.test(shown) ? shown : ''
      const actual = lengthOf(clean)
      if (!isStorable(clean)) context.addIssue({ code: 'custom', message: message('errors.badText') })
      else if (actual === 0 && min > 0) context.addIssue({ code: 'custom', message: message(missing) })
      else if (actual < min)
        context.addIssue({ code: 'custom', message: message('errors.tooShort', { min, actual }) })
      else if (actual > max)
        context.addIssue({ code: 'custom', message: message('errors.tooLong', { max, actual }) })
      return clean
    })
}

/** A whole number in ASCII digits between min and max. */
export function integerField({ min, max }: { min: number; max: number }) {
  return z
    .string()
    .default('')
    .transform((text, context) => {
      const clean = text.trim()
      if (clean === '') context.addIssue({ code: 'custom', message: message('errors.required') })
      else if (!/^[-−]?\d+$/.test(clean))
        context.addIssue({ code: 'custom', message: message('errors.badNumber') })
      else if (!(Number(clean) >= min && Number(clean) <= max))
        context.addIssue({ code: 'custom', message: message('errors.numberRange', { min, max }) })
      return Number(clean)
    })
}

/** A whole number or nothing: null. */
export function optionalIntegerField(range: { min: number; max: number }) {
  const whole = integerField(range)
  return z
    .string()
    .default('')
    .transform((text, context) => {
      if (text.trim() === '') return null
      const result = whole.safeParse(text)
      if (result.success) return result.data
      for (const issue of result.error.issues) context.addIssue({ code: 'custom', message: issue.message })
      return null
    })
}

/** A day of this century that exists. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return /^20\d\d-\d\d-\d\d$/.test(text) && date.getTime() > 0 && date.toISOString().startsWith(text)
}

export const dayField = z
  .string()
  .default('')
  .refine(isDay, { error: () => message('errors.required') })

/** A mainland mobile number, digits only, half- or full-width, spaces and dashes and +86 allowed. */
export const phoneField = z
  .string()
  .default('')
  .transform((text, context) => {
    const digits = normalisePhone(text)
    if (text.trim() === '') context.addIssue({ code: 'custom', message: message('errors.required') })
    else if (digits.length !== 11)
      context.addIssue({ code: 'custom', message: message('errors.phoneLength', { actual: digits.length }) })
    else if (!/^1[3-9]\d{9}$/.test(digits))
      context.addIssue({ code: 'custom', message: message('errors.phoneForm') })
    return digits
  })

/** The same, or nothing: ''. */
export const optionalPhoneField = z
  .string()
  .default('')
  .transform((text, context) => {
    if (text.trim() === '') return ''
    const result = phoneField.safeParse(text)
    if (result.success) return result.data
    for (const issue of result.error.issues) context.addIssue({ code: 'custom', message: issue.message })
    return ''
  })

/** The digits by which a phone number is stored and found. */
export function normalisePhone(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/^\s*(\+|00)86/, '')
    .replace(/\D/g, '')
}

/** 138****1276 */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

/** An e-mail address as it is typed: one at sign, a dot after it, no spaces. Trimmed; the case of letters stays. */
export const emailField = z
  .string()
  .default('')
  .transform((text, context) => {
    const clean = text.normalize('NFKC').trim()
    if (clean === '') context.addIssue({ code: 'custom', message: message('errors.required') })
    else if (!/^[!-?A-~]{1,64}@[0-9A-Za-z-]{1,63}(\.[0-9A-Za-z-]{1,63})+$/.test(clean) || clean.length > 100)
      context.addIssue({ code: 'custom', message: message('mail.badAddress') })
    return clean
  })

/** l***@example.org */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return `${email.slice(0, 1)}***${email.slice(at)}`
}

/** One of a list. */
export function choiceField<const T extends readonly [string, ...string[]]>(choices: T) {
  return z.enum(choices, { error: () => message('errors.badChoice') })
}

/** A tick box: present = true. */
export const tickField = z
  .string()
  .optional()
  .transform((value) => value !== undefined)

/** A tick box under a text that changes with the years: its value is the id of the version that stood beside it. Not ticked: null. */
export const textTickField = z.uuid().nullable().default(null).catch(null)

/** An id in an address or a hidden field: a UUID. Anything else is a row that does not exist. */
export const idField = z.uuid()

/** A month in an address, 2026-11; null for any other words. */
export const monthInAddress = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
  .nullable()
  .default(null)
  .catch(null)
