import { z } from 'zod'
import { type Day, fromDateColumn, toDateColumn } from '~/platform/calendar'
import {
  choiceField,
  idField,
  integerField,
  message,
  monthInAddress,
  optionalIntegerField,
  textField,
  tickField,
} from '~/platform/fields'

/** A member's relation to the head of the household. */
export const relations = [
  'self',
  'spouse',
  'daughter',
  'son',
  'daughter_in_law',
  'son_in_law',
  'mother',
  'father',
  'other',
] as const
export type Relation = (typeof relations)[number]

/** A stored relation as one of the list; what is no longer listed reads as "other". */
export function relationOf(code: string): Relation {
  return relations.find((relation) => relation === code) ?? 'other'
}

/** A calendar day as the browser's date field writes it: YYYY-MM-DD. */
export const dayField = z
  .string()
  .default('')
  .transform((text, context): Day => {
    const day = text.normalize('NFKC').trim()
    if (day === '') context.addIssue({ code: 'custom', message: message('errors.required') })
    else if (!isDay(day)) context.addIssue({ code: 'custom', message: message('household.badDay') })
    return day
  })

function isDay(text: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return false
  const date = toDateColumn(text)
  return !Number.isNaN(date.getTime()) && fromDateColumn(date) === text
}

/** What proves it: a page of the register, the residence booklet, a visit. */
const evidenceField = textField({ min: 4, max: 300 })

/** The answer that she is not from a registered household. */
export const notRegistered = 'not_registered'

export const LinkForm = z.object({
  personId: idField,
  /** one of her memberships, or that there is none */
  choice: z.union([z.literal(notRegistered), idField], { error: () => message('household.chooseOne') }),
  validFrom: dayField,
  evidence: evidenceField,
})

export const VerifyLinkForm = z.object({ linkId: idField, evidence: evidenceField })

export const EndLinkForm = z.object({
  linkId: idField,
  endedOn: dayField,
  endReason: textField({ min: 2, max: 200 }),
})

export const AddMemberForm = z.object({
  personId: z.uuid({ error: () => message('household.choosePerson') }),
  relation: choiceField(relations),
  validFrom: dayField,
  evidence: evidenceField,
  /** her income counts to this household from that day on */
  follow: tickField,
  /** she also lives in this household's village now */
  moves: tickField,
})

/** Which number of whom is shown, and why. */
export const RevealNumberForm = z.object({
  which: z
    .string()
    .regex(/^[\da-f-]{36}:(phone|id_number)$/)
    .transform((text) => ({
      personId: text.slice(0, 36),
      field: text.endsWith(':phone') ? ('phone' as const) : ('id_number' as const),
    })),
  revealReason: textField({ min: 4, max: 200 }),
})
export type MemberNumber = z.output<typeof RevealNumberForm>['which']

/** From a day on a household is something else, as a paper says. */
export const ChangeStatusForm = z.object({
  category: z.string().regex(/^[a-z0-9_]{1,40}$/, { error: () => message('household.chooseOne') }),
  changedOn: dayField,
  source: textField({ min: 2, max: 120 }),
})

const year = optionalIntegerField({ min: 2013, max: 2100 })
const causeName = /^other_([a-z0-9_]{1,40})$/

/** A telephone at work, as it is written: with an area code, dashes, an extension. */
export const cadrePhone = /^[\d\s()+-]{7,20}$/

/** What the register says of a household; the other causes stand in ticks of their own (otherCauses). */
export const FactsForm = z.object({
  people: integerField({ min: 1, max: 30 }),
  workers: integerField({ min: 0, max: 30 }),
  /** '' = the register names none */
  mainCause: z
    .union([z.literal('').transform(() => null), z.string().regex(/^[a-z0-9_]{1,40}$/)])
    .default(null),
  identifiedIn: year,
  liftedIn: year,
  cadreName: textField({ min: 2, max: 30 }),
  cadreOffice: textField({ min: 2, max: 60 }),
  cadrePhone: z
    .string()
    .default('')
    .transform((text, context) => {
      const number = text.normalize('NFKC').trim()
      if (number !== '' && !cadrePhone.test(number))
        context.addIssue({ code: 'custom', message: message('household.badCadrePhone') })
      return number || null
    }),
  document: textField({ min: 2, max: 120 }),
})

/** What has changed since it was entered last: without another telephone, the one that is on record stays if it is ticked. */
export const ChangeFactsForm = FactsForm.extend({ keepsPhone: tickField })

/** Which entry's telephone is shown, and why. */
export const RevealCadreForm = z.object({ factsId: idField, cadreReason: textField({ min: 4, max: 200 }) })

/** The name of the tick of a cause. */
export const causeTick = (code: string) => `other_${code}`

/** The codes of the causes that are ticked. */
export function otherCauses(form: FormData): string[] {
  return [...form.keys()].flatMap((name) => causeName.exec(name)?.[1] ?? [])
}

/** Somebody has left the household. */
export const LeaveForm = z.object({
  memberId: z.uuid({ error: () => message('household.choosePerson') }),
  leftOn: dayField,
  reason: textField({ min: 2, max: 200 }),
})

/** The register's search and page: `after` is the code of the last one seen. */
export const HouseholdsSearch = z.object({
  q: z
    .string()
    .default('')
    .catch('')
    .transform((text) => text.trim().slice(0, 40)),
  after: z.string().max(80).nullable().default(null).catch(null),
})

/** What somebody looks for in the register; an identity number is posted in it, and never part of an address. */
export const SearchForm = z.object({ q: textField({ max: 40 }) })

/** Whom to look for when somebody joins. */
export const FindForm = z.object({ find: textField({ min: 1, max: 40 }) })

/** The month of her income, and whether somebody has just joined. */
export const HouseholdSearch = z.object({
  month: monthInAddress,
  /** said once: what was just entered or crossed out */
  said: z
    .enum(['registered', 'saved', 'struck', 'status', 'left', 'facts'])
    .nullable()
    .default(null)
    .catch(null),
  joined: z
    .string()
    .optional()
    .catch('')
    .transform((text) => text !== undefined),
})
