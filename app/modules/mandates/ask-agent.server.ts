import { setTimeout as pause } from 'node:timers/promises'
import type { z } from 'zod'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { takeShare } from '~/modules/limits/take-share.server'
import { createPerson } from '~/modules/people/create-person.server'
import { findPersonByPhone } from '~/modules/people/find-person-by-phone.server'
import { lockPhone } from '~/modules/people/lock-phone.server'
import { secretIndex } from '~/modules/people/secret-index.server'
import { paths } from '~/paths'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { translator } from '~/platform/i18n/translate'
import { log } from '~/platform/log.server'
import { findSmsSender } from '~/platform/sms/find-sms-sender.server'
import { checkTerms } from './check-terms.server'
import type { AskForm } from './schema'
import { scopeWords } from './scope-words'

/** No answer comes sooner, so that the time it took does not tell what the words keep silent about. Milliseconds; a new number takes some five more than one that is known. */
export const soonestAnswerMs = 300

type Asked = { actor: Actor; terms: z.output<typeof AskForm> }

/**
 * A maker asks somebody to act for her, by that person's number, who is told by SMS. Both still have to sign: she with a code from her phone. Whether anybody here has the number, and what she is, is answered by nothing: one
 * that nobody has waits for whoever signs in with it (sweepInvited forgets it). Refuses what checkTerms refuses, and (429) who asks, or a number that is asked, too often in a day.
 */
export async function askAgent(asked: Asked): Promise<void> {
  const [asking] = await Promise.allSettled([ask(asked), pause(soonestAnswerMs)])
  if (asking.status === 'rejected') throw asking.reason
}

async function ask({ actor, terms: { phone, ...terms } }: Asked): Promise<void> {
  const [sellerId] = actor.sellerIds
  if (!sellerId) throw notFound()
  await takeShare({ what: 'asks', of: actor.userId })
  const shop = await inScope({ person: actor.personId }, async (tx) => {
    const agentPersonId = await findOrCreateAgent(tx, phone)
    const data = await checkTerms(tx, { ...terms, sellerId, agentPersonId })
    const { id, seller } = await tx.mandate.create({
      data,
      select: { id: true, seller: { select: { nameZh: true } } },
    })
    const subject = { type: 'Mandate', id } as const
    await recordAudit(tx, { actor, action: 'mandate.asked', subject, detail: { sellerId } })
    await takeShare({ what: 'asks', of: phone })
    return seller.nameZh
  })
  const t = translator('zh-CN')
  const link = publicOrigin() + paths.accountActing()
  const text = t('mandate.askedSms', { shop, scope: scopeWords(t, terms.scope), link })
  try {
    await findSmsSender()?.sendText({ phone, text })
  } catch (error) {
    // she sees that it waits, and may tell her herself
    log.error('notice.failed', error)
  }
}

/** Whoever has the number; else somebody of whom nothing is known but that, whom signing in will find. */
function findOrCreateAgent(tx: Tx, phone: string): Promise<string> {
  return withinScope(tx, { job: 'sign_in' }, async () => {
    await lockPhone(tx, secretIndex('phone', phone))
    const { id } = (await findPersonByPhone(tx, phone)) ?? (await createPerson(tx, { phone }))
    return id
  })
}
