import { z } from 'zod'
import { choiceField, message, textField, tickField } from '~/platform/fields'

export const reportKinds = ['goods', 'complaint', 'copied_design', 'other'] as const
export type ReportKind = (typeof reportKinds)[number]

/** Files with one report at most; together they fit into one posted body. */
export const mostFiles = 3
/** Reports of one network address in a day. */
export const mostPerDay = 10
/** Whole days after which an open report is late: three working days. */
export const lateAfterDays = 5

const slug = z.string().regex(/^[a-z0-9-]{1,80}$/)
const number = z.string().regex(/^\d{4}-\d{6}$/)

/** What a link to the form fills in; what does not fit is left out. */
export const ReportSearch = z.object({
  kind: z.enum(reportKinds).nullable().default(null).catch(null),
  product: slug.nullable().default(null).catch(null),
  maker: slug.nullable().default(null).catch(null),
  order: number.nullable().default(null).catch(null),
})

const orNothing = z.literal('').transform(() => null)

/** A mobile or landline number, or an e-mail address: enough digits, or a thing with an at sign. */
export const contactField = textField({ min: 1, max: 100 }).refine(
  (text) => text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) || text.replace(/\D/g, '').length >= 7,
  { error: () => message('reports.badContact') },
)

/** What a notice of copying lacks is said beside every other fault, not after it. */
const whateverElse = { when: () => true }

/** A report as it is handed in. A notice of copying needs a name, the own work and the declaration that it is true. */
export const ReportForm = z
  .object({
    kind: choiceField(reportKinds),
    product: z.union([orNothing, slug]).nullable().default(null).catch(null),
    maker: z.union([orNothing, slug]).nullable().default(null).catch(null),
    order: z.union([orNothing, number]).nullable().default(null).catch(null),
    words: textField({ min: 5, max: 2000 }),
    contact: contactField,
    name: textField({ max: 60 }),
    ownWork: textField({ max: 1000 }),
    declares: tickField,
  })
  .superRefine((form, context) => {
    if (form.kind !== 'copied_design') return
    const fault = (path: string, key: Parameters<typeof message>[0]) =>
      context.addIssue({ code: 'custom', path: [path], message: message(key) })
    if (form.name === '') fault('name', 'errors.required')
    if (form.ownWork === '') fault('ownWork', 'errors.required')
    if (!form.declares) fault('declares', 'reports.declareFirst')
    if (form.product === null) fault('kind', 'reports.needsPiece')
  }, whateverElse)
export type ReportInput = z.output<typeof ReportForm>

export const AnswerForm = z.object({ answer: textField({ min: 2, max: 1000 }) })
export const CloseForm = AnswerForm.extend({
  outcome: choiceField(['upheld', 'dismissed']),
  reason: textField({ min: 2, max: 300 }),
})
export const SellerAnswerForm = AnswerForm.extend({ reportId: z.uuid() })
export const ReportsSearch = z.object({ said: z.enum(['answered']).nullable().default(null).catch(null) })
