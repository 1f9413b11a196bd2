import { findPersonByPhone } from '~/modules/people/find-person-by-phone.server'
import { prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import type { AskedIncident, IncidentQuestion } from './schema'

/** The question with an id in place of a telephone number, so that none stands in an address. Refuses a number that is nobody's, or of somebody who never signed in where an account is asked about. */
export async function askIncident({
  from,
  to,
  by,
  phone,
  record,
  reason,
}: AskedIncident): Promise<IncidentQuestion> {
  if (by === 'record') return { from, to, by, about: record ?? 'Person', reason }
  const nobody = new Refusal('incident.nobody', 422, {}, 'phone')
  return prisma.$transaction(async (tx) => {
    const person = await findPersonByPhone(tx, phone)
    if (!person) throw nobody
    if (by === 'person') return { from, to, by, about: person.id, reason }
    const user = await tx.user.findUnique({ where: { personId: person.id }, select: { id: true } })
    if (!user) throw nobody
    return { from, to, by, about: user.id, reason }
  })
}
