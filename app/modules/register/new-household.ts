import { z } from 'zod'
import { dayField, FactsForm, relations } from '~/modules/households/schema'
import { choiceField, message, textField } from '~/platform/fields'
import { readIdNumber } from './id-number'

/** How many people the form has room for. */
export const mostMembers = 12

const MemberForm = z.object({
  name: textField({ max: 30 }),
  relation: choiceField(relations),
  idNumber: textField({ max: 30 }),
})

const Texts = z.array(z.object({ name: z.string(), idNumber: z.string() }))
/** Also while one of them cannot be taken as it stands; what is no text at all is no request that could be looked at. */
const whileTexts = { when: ({ value }: z.core.ParsePayload) => Texts.safeParse(value).success }

/** A row of the form in which nothing is typed is nobody. */
export const isNobody = ({ name, idNumber }: { name: string; idNumber: string }) =>
  name === '' && idNumber === ''

/** The name of a field of one of the people, counted from 0. */
export const memberField = (at: number, field: 'name' | 'relation' | 'idNumber') => `members[${at}].${field}`

/** One household as a paper has it: where it is, who lives there, what it is and how it lives. Its other causes stand in ticks of their own. */
export const NewHouseholdForm = FactsForm.extend({
  code: textField({ min: 1, max: 60 }),
  town: textField({ max: 60 }),
  village: textField({ min: 1, max: 60 }),
  /** on which it came into the register */
  since: dayField,
  /** a code of the table of statuses; '' = the register does not say */
  status: z.union([z.literal(''), z.string().regex(/^[a-z0-9_]{1,40}$/)]).default(''),
  /** '' = since it is in the register */
  statusSince: z.union([z.literal('').transform(() => null), dayField]).default(null),
  members: z
    .array(MemberForm)
    .max(mostMembers)
    .default([])
    .superRefine((members, context) => {
      const complain = (at: number, field: 'name' | 'idNumber', text: string) =>
        context.addIssue({ code: 'custom', path: [at, field], message: text })
      if (members.every(isNobody)) complain(0, 'name', message('register.nobodyTyped'))
      for (const [at, member] of members.entries()) {
        if (isNobody(member)) continue
        if (member.name === '') complain(at, 'name', message('register.noName'))
        const id = member.idNumber === '' ? null : readIdNumber(member.idNumber)
        if (typeof id === 'string')
          complain(at, 'idNumber', message(id, { length: [...member.idNumber].length }))
      }
    }, whileTexts),
})
export type NewHousehold = z.output<typeof NewHouseholdForm>
