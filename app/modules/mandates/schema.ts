import { z } from 'zod'
import { type MandateScope, mandateScopes } from '~/modules/auth/entrusted'
import { codeField } from '~/modules/auth/schema'
import { dayField, idField, integerField, message, phoneField, textField } from '~/platform/fields'
import { agentKinds, mostCapPercent } from './terms'

/** An address on the site, its last part, or that part alone. */
const shopField = z
  .string()
  .default('')
  .transform((text, context) => {
    const [slug = ''] =
      /[a-z0-9-]+$/.exec(
        text
          .trim()
          .toLowerCase()
          .replace(/[/?#]+$/, ''),
      ) ?? []
    if (slug === '' || slug.length > 80)
      context.addIssue({ code: 'custom', message: message('mandate.badShop') })
    return slug
  })

const tick = z
  .string()
  .optional()
  .transform((value) => value !== undefined)

/** One box for each part of her work: what was ticked is there again when a form comes back. */
const terms = { list: tick, orders: tick, messages: tick, firstDay: dayField, lastDay: dayField }
type Ticked = Record<MandateScope, boolean>

const scopeOf = (ticked: Ticked) => mandateScopes.filter((scope) => ticked[scope])
const isTicked = (ticked: Ticked) => scopeOf(ticked).length > 0
const noneTicked = { path: ['scope'], error: () => message('mandate.scopeNone') }

/** The agent proposes. */
export const ProposeForm = z
  .object({
    ...terms,
    shop: shopField,
    agentKind: z.enum(agentKinds),
    capPercent: integerField({ min: 0, max: mostCapPercent }),
  })
  .refine(isTicked, noneTicked)
  .transform(({ list, orders, messages, ...rest }) => ({
    ...rest,
    scope: scopeOf({ list, orders, messages }),
  }))

/** The maker asks somebody. */
export const AskForm = z
  .object({
    ...terms,
    phone: phoneField,
    agentKind: z.enum(['broker', 'family']),
    capPercent: integerField({ min: 0, max: mostCapPercent }),
  })
  .refine(isTicked, noneTicked)
  .transform(({ list, orders, messages, ...rest }) => ({
    ...rest,
    scope: scopeOf({ list, orders, messages }),
  }))

export const MandateForm = z.object({ mandateId: idField })
export const MandateCodeForm = z.object({ mandateId: idField, code: codeField })

/** The photograph comes beside it, as bytes. */
export const PaperForm = z.object({ intent: z.literal('paper') })
export const ProofForm = z.object({ proofId: idField })
export const OpenProofForm = z.object({ proofId: idField, reason: textField({ min: 4, max: 200 }) })
export const RefuseProofForm = z.object({ proofId: idField, refusal: textField({ min: 4, max: 200 }) })

/** What the desk's page says was done. */
export const ProofSearch = z.object({ done: z.enum(['opened', 'confirmed', 'refused', '']).catch('') })
