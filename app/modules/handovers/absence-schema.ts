import { z } from 'zod'
import { choiceField, idField, message, phoneField, textField, tickField } from '~/platform/fields'
import { absenceKinds } from './absence'

/** A county proposes that a shop goes on without the word of an owner who cannot give it. */
export const ProposeAbsentForm = z.object({
  fromPersonId: idField,
  kind: choiceField(absenceKinds),
  heirName: textField({ min: 2, max: 40 }),
  heirPhone: phoneField,
  note: textField({ min: 4, max: 200 }),
  evidence: z.file({ error: () => message('attachment.none') }),
})

/** The city approves it, having looked itself. */
export const ApproveAbsentForm = z.object({
  handoverId: idField,
  looked: tickField.refine((isTicked) => isTicked, { error: () => message('absence.lookFirst') }),
})

export const AbsenceSearch = z.object({
  done: z.enum(['proposed', 'approved', 'ended']).nullable().default(null).catch(null),
})
