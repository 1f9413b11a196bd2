import type { LinkView } from '~/modules/households/find-links.server'
import type { Day } from '~/platform/calendar'
import type { FormFailure } from '~/platform/form.server'
import type { DeskPerson } from './get-desk-seller.server'

/** The link that holds today, verified or not. */
export function liveLink({ links }: Pick<DeskPerson, 'links'>, today: Day): LinkView | undefined {
  return links.find(({ from, to }) => from <= today && (to === null || to > today))
}

/** Whether what was refused is the form that shows her number. */
export function isAboutPhoneOf(
  { personId, maskedPhone }: DeskPerson,
  { intent, values }: FormFailure,
): boolean {
  return intent === 'reveal' && maskedPhone !== null && values.personId === personId
}

/** Whether what was refused is about who is on her link. */
export function isAboutClaimOf({ personId, waits }: DeskPerson, { intent, values }: FormFailure): boolean {
  return waits && intent === 'give' && values.subject === personId
}

/** Whether what was refused is the form about her income that stands there today: ending, verifying, or a new link. */
export function isAboutLinkOf(person: DeskPerson, today: Day, { intent, values }: FormFailure): boolean {
  if (!person.hasLinks) return false
  const live = liveLink(person, today)
  if (!live) return intent === 'link' && values.personId === person.personId
  return intent === (live.verifiedAt ? 'end' : 'verify') && values.linkId === live.id
}
