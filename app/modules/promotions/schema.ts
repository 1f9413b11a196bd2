import { z } from 'zod'
import {
  choiceField,
  dayField,
  idField,
  isDay,
  message,
  optionalIntegerField,
  textField,
} from '~/platform/fields'
import { parseYuan } from '~/platform/money'
import { promoCodeField } from './promo-code'

export const bearers = ['platform', 'seller', 'sponsor'] as const

/** Per cent with at most two decimals, as basis points; nothing: null. */
const percentField = z
  .string()
  .default('')
  .transform((text, context) => {
    const clean = text.normalize('NFKC').replace(/[\s%]/g, '')
    if (clean === '') return null
    const bps = /^\d{1,2}(\.\d{1,2})?$/.test(clean) ? Math.round(Number(clean) * 100) : 0
    if (bps < 1 || bps > 9_000) context.addIssue({ code: 'custom', message: message('promotion.badPercent') })
    return bps
  })

/** An amount in yuan above zero; nothing: null. */
const amountField = z
  .string()
  .default('')
  .transform((text, context) => {
    if (text.trim() === '') return null
    const fen = parseYuan(text)
    if (fen === null || fen === 0n)
      context.addIssue({ code: 'custom', message: message('promotion.badAmount') })
    // what cannot be read was typed all the same: it is no choice of the other way
    return fen ?? 0n
  })

const orNothing = z.literal('').transform(() => null)
const cap = { min: 1, max: 1_000_000 }

/** What does not belong together is said beside every other fault, not after it. */
const whateverElse = { when: () => true }

/** A promotion as an administrator sets it. What belongs together is checked here, beside the field that is wrong. */
export const AddPromotionForm = z
  .object({
    nameZh: textField({ min: 2, max: 40 }),
    nameEn: textField({ min: 2, max: 60 }),
    code: promoCodeField,
    percentBps: percentField,
    offFen: amountField,
    minSpendFen: amountField,
    craftId: z.union([orNothing, idField]).default(null),
    sellerId: z.union([orNothing, idField]).default(null),
    bearer: choiceField(bearers),
    sponsorName: textField({ max: 60 }),
    mostUses: optionalIntegerField(cap),
    mostPerBuyer: optionalIntegerField(cap),
    from: dayField,
    until: dayField,
    note: textField({ min: 2, max: 300 }),
    replacesId: z.union([orNothing, idField]).default(null),
  })
  .superRefine((promotion, context) => {
    for (const [path, key] of faultsOf(promotion))
      context.addIssue({ code: 'custom', path: [path], message: message(key) })
  }, whateverElse)

type Wanted = {
  code: string
  percentBps: number | null
  offFen: bigint | null
  sellerId: string | null
  bearer: (typeof bearers)[number]
  sponsorName: string
  mostPerBuyer: number | null
  from: string
  until: string
}

function faultsOf(wanted: Wanted) {
  const { percentBps, offFen, bearer, sellerId, sponsorName, mostPerBuyer, code, from, until } = wanted
  const isHers = bearer === 'seller'
  const faults = [
    [(percentBps === null) === (offFen === null), 'percentBps', 'promotion.oneOfTwo'],
    [isHers && (percentBps ?? 0) > 5_000, 'percentBps', 'promotion.sellerHalf'],
    [isHers && sellerId === null, 'sellerId', 'promotion.needsSeller'],
    [bearer === 'sponsor' && sponsorName === '', 'sponsorName', 'promotion.needsSponsor'],
    [bearer !== 'sponsor' && sponsorName !== '', 'sponsorName', 'promotion.sponsorOnly'],
    [mostPerBuyer !== null && code === '', 'mostPerBuyer', 'promotion.perBuyerNeedsCode'],
    [isDay(from) && isDay(until) && until < from, 'until', 'promotion.untilBeforeFrom'],
  ] as const
  return faults.filter(([isFault]) => isFault).map(([, path, key]) => [path, key] as const)
}

export type AddPromotionInput = z.output<typeof AddPromotionForm>

/** Which promotion: to end it, to agree to it, or not. */
export const PromotionForm = z.object({ promotionId: idField })

/** What the last act brought, said once, and the version that a new one begins from. */
export const PromotionSearch = z.object({
  said: z.enum(['added', 'ended', 'agreed', 'declined']).nullable().default(null).catch(null),
  replaces: z.uuid().nullable().default(null).catch(null),
})
