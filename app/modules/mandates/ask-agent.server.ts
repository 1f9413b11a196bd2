import type { z } from 'zod'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findPersonByPhone } from '~/modules/people/find-person-by-phone.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { checkTerms } from './check-terms.server'
import type { AskForm } from './schema'

/**
 * A maker asks somebody with an account to act for her, by that person's number. Both still have to sign: she with a code from her phone. Refuses a number that nobody here has, as a broker somebody who is none, and what
 * checkTerms refuses.
 */
export async function askAgent({
  actor,
  terms: { phone, ...terms },
}: {
  actor: Actor
  terms: z.output<typeof AskForm>
}): Promise<void> {
  const [sellerId] = actor.sellerIds
  if (!sellerId) throw notFound()
  await inScope({ person: actor.personId }, async (tx) => {
    const agent = await findPersonByPhone(tx, phone)
    const user =
      agent &&
      (await tx.user.findFirst({ where: { personId: agent.id, disabledAt: null }, select: { id: true } }))
    if (!agent || !user) throw new Refusal('mandate.nobody', 422, {}, 'phone')
    if (terms.agentKind === 'broker') await requireBroker(tx, user.id)
    const data = await checkTerms(tx, { ...terms, sellerId, agentPersonId: agent.id })
    const { id } = await tx.mandate.create({ data, select: { id: true } })
    await recordAudit(tx, {
      actor,
      action: 'mandate.asked',
      subject: { type: 'Mandate', id },
      detail: { sellerId },
    })
  })
}

/** Only a broker of the shop takes a cut. */
async function requireBroker(tx: Tx, userId: string): Promise<void> {
  const [row] = await tx.$queryRaw<
    { isOne: boolean }[]
  >`SELECT holds_role(${userId}::uuid, 'broker') AS "isOne"`
  if (!row?.isOne) throw new Refusal('mandate.theyNoBroker', 422, {}, 'agentKind')
}
