import { z } from 'zod'
import type { CraftFieldKind } from '~/generated/prisma/enums'
import { message, textField } from '~/platform/fields'
import type { Locale } from '~/platform/i18n/locale'

/** One question of a craft. */
export type CraftField = {
  code: string
  kind: CraftFieldKind
  nameZh: string
  nameEn: string
  hintZh: string | null
  unitZh: string | null
  unitEn: string | null
  least: number | null
  most: number | null
  isRequired: boolean
  options: { code: string; nameZh: string; nameEn: string }[]
}

/** What a listing of one craft asks, and the sentences that it offers. */
export type CraftTemplate = { fields: CraftField[]; phrases: string[] }
/** By the craft's code. */
export type CraftTemplates = Readonly<Record<string, CraftTemplate>>

/** Answers by the field's code: words, a number, an option's code or several. */
export const Attributes = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))
export type Attributes = z.output<typeof Attributes>

/** As they are typed: `attribute.<code>` for one answer, `attribute.<code>.<option>` for each that is ticked. */
export const TypedAttributes = z
  .record(z.string(), z.union([z.string(), z.record(z.string(), z.string())]))
  .default({})
type TypedAttributes = z.output<typeof TypedAttributes>

export function attributeName(code: string, option?: string): string {
  return option === undefined ? `attribute.${code}` : `attribute.${code}.${option}`
}

/** The answers to the questions of one craft; what is wrong with one is said beside its field. Everything may be left empty; what another craft asks is left out. */
export function readAttributes(
  fields: readonly CraftField[],
  typed: TypedAttributes,
  context: z.RefinementCtx,
): Attributes {
  const answers: Attributes = {}
  for (const field of fields) {
    const read = answerSchema(field).safeParse(typed[field.code])
    if (!read.success) {
      const [issue] = read.error.issues
      context.addIssue({ code: 'custom', message: issue?.message ?? '', path: ['attribute', field.code] })
    } else if (read.data !== null) answers[field.code] = read.data
  }
  return answers
}

function answerSchema({ kind, least, most, options }: CraftField): z.ZodType<Attributes[string] | null> {
  if (kind === 'words')
    return textField({ max: most ?? 0 }).transform((words) => (words === '' ? null : words))
  if (kind === 'number') return numberSchema({ min: least ?? 0, max: most ?? 0 })
  const codes = options.map(({ code }) => code)
  if (kind === 'choices')
    return z
      .record(z.string(), z.string())
      .default({})
      .transform((ticked) => {
        const chosen = codes.filter((code) => ticked[code] === 'on')
        return chosen.length > 0 ? chosen : null
      })
  return z
    .string()
    .default('')
    .refine((code) => code === '' || codes.includes(code), { error: message('errors.badChoice') })
    .transform((code) => (code === '' ? null : code))
}

/** A whole number; full-width digits count as ordinary ones. */
function numberSchema({ min, max }: { min: number; max: number }) {
  return z
    .string()
    .default('')
    .transform((text, context) => {
      const clean = text.normalize('NFKC').trim()
      if (clean === '') return null
      const value = /^\d{1,7}$/.test(clean) ? Number(clean) : Number.NaN
      if (!(value >= min && value <= max))
        context.addIssue({ code: 'custom', message: message('errors.numberRange', { min, max }) })
      return value
    })
}

/** The answers as their fields show them. */
export function attributeValues(attributes: Attributes): Record<string, string> {
  const values = Object.entries(attributes).flatMap(([code, answer]): [string, string][] =>
    Array.isArray(answer)
      ? answer.map((option) => [attributeName(code, option), 'on'])
      : [[attributeName(code), String(answer)]],
  )
  return Object.fromEntries(values)
}

/** Names of what must be answered before a piece goes on sale, and is not. */
export function lackingAttributes(
  fields: readonly CraftField[],
  attributes: Attributes,
  locale: Locale,
): string[] {
  return fields
    .filter(({ code, isRequired }) => isRequired && attributes[code] === undefined)
    .map((field) => nameIn(field, locale))
}

/** An answer in words, with its name; `lang` is set where the words are Chinese on an English page. */
export type Fact = { code: string; term: string; detail: string; lang: 'zh-CN' | null }

/** What was answered, in the order in which it is asked. */
export function describeAttributes(
  fields: readonly CraftField[],
  attributes: Attributes,
  locale: Locale,
): Fact[] {
  return fields.flatMap((field): Fact[] => {
    const answer = attributes[field.code]
    if (answer === undefined) return []
    const isWords = field.kind === 'words'
    return [
      {
        code: field.code,
        term: nameIn(field, locale),
        detail: detailOf(field, answer, locale),
        lang: isWords && locale === 'en' ? 'zh-CN' : null,
      },
    ]
  })
}

function detailOf(field: CraftField, answer: Attributes[string], locale: Locale): string {
  const unit = locale === 'en' ? field.unitEn : field.unitZh
  if (field.kind === 'number') return `${answer} ${unit ?? ''}`.trim()
  if (field.kind === 'words') return String(answer)
  const chosen = field.options.filter(({ code }) =>
    Array.isArray(answer) ? answer.includes(code) : answer === code,
  )
  return chosen.map((option) => nameIn(option, locale)).join(locale === 'en' ? ', ' : '、')
}

function nameIn({ nameZh, nameEn }: { nameZh: string; nameEn: string }, locale: Locale): string {
  return locale === 'en' ? nameEn : nameZh
}
