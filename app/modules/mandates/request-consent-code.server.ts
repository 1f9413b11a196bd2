import type { Actor } from '~/modules/auth/actor'
import { requestCode } from '~/modules/auth/request-code.server'
import { addDays } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { formatDay } from '~/platform/i18n/format'
import { translator } from '~/platform/i18n/translate'
import { findSmsSender } from '~/platform/sms/find-sms-sender.server'
import { findOpenMandate, readPrincipalPhone } from './find-open-mandate.server'
import { readName } from './read-name.server'
import { scopeWords } from './scope-words'

/**
 * Sends a code to the maker's own phone, good for this mandate alone, and before it what she would consent to, in words. Asked for by her or by the agent beside her; the code is
 * shown on a demo's screen to nobody but the maker herself. Refuses a mandate that she has signed or that is over.
 */
export async function requestConsentCode({
  actor,
  mandateId,
  address,
}: {
  actor: Actor
  mandateId: string
  address: string
}): Promise<{ shownCode: string | null }> {
  const { mandate, phone, name } = await inScope({ person: actor.personId }, async (tx) => {
    const mandate = await findOpenMandate(tx, { actor, mandateId })
    if (mandate.revokedAt || mandate.signedByPrincipalAt) throw new Refusal('mandate.settled', 409)
    return {
      mandate,
      phone: await readPrincipalPhone(tx, mandate.principalId),
      name: await readName(tx, mandate.agentPersonId),
    }
  })
  const { shownCode } = await requestCode({ purpose: 'mandate', mandateId, phone, address })
  const t = translator('zh-CN')
  const text = t('mandate.consentSms', {
    name,
    scope: scopeWords(t, mandate.scope),
    from: formatDay('zh-CN', mandate.from),
    to: mandate.to ? formatDay('zh-CN', addDays(mandate.to, -1), mandate.from.slice(0, 4)) : '',
    cap: mandate.capBps / 100,
  })
  await findSmsSender()?.sendText({ phone, text })
  return { shownCode: mandate.isAgent ? null : shownCode }
}
