import { z } from 'zod'
import { type Day, fromDateColumn, toDateColumn } from '~/platform/calendar'
import { choiceField, idField, message, monthInAddress, textField, tickField } from '~/platform/fields'

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
const dayField = z
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

/** The month of her income, whom to look for when somebody joins, and whether somebody just has. */
export const HouseholdSearch = z.object({
  month: monthInAddress,
  /** said once: something of the assistance was entered or crossed out */
  said: z.enum(['saved', 'struck']).nullable().default(null).catch(null),
  find: z
    .string()
    .default('')
    .catch('')
    .transform((text) => text.trim().slice(0, 40)),
  joined: z
    .string()
    .optional()
    .catch('')
    .transform((text) => text !== undefined),
})
