import type { z } from 'zod'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { checkCode } from '~/modules/auth/check-code.server'
import { readSetting } from '~/modules/settings/read-setting.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { enqueue } from '~/platform/jobs/boss.server'
import { openDataKey, seal } from '~/platform/secrets/envelope.server'
import type { CardForm } from './card-form'
import { cardNumberFault } from './card-number'
import { recordConsent } from './record-consent.server'
import { readOwnPhone } from './request-card-code.server'
import { requirePurse } from './require-purse.server'

type CardInput = z.output<typeof CardForm>

const hour = 60 * 60 * 1000
const faults = {
  digits: 'card.numberDigits',
  length: 'card.numberLength',
  check: 'card.numberCheck',
} as const

/**
 * Registers a card for her money, with her own code: sealed with her key, usable after the cooling-off time, while the card before it goes on being used; her phone and her coordinator hear of it. One in
 * another name needs the relation and her consent to the text she was shown. Refuses a purse that is not hers (404), a number that is none, a wrong code.
 */
export async function registerCard({ actor, card }: { actor: Actor; card: CardInput }): Promise<void> {
  const scope = { person: actor.personId }
  const purse = await inScope(scope, (tx) => requirePurse(tx, actor, card.purse))
  const fault = cardNumberFault(card.number, purse.ofFirm)
  if (fault) throw new Refusal(faults[fault], 422, {}, 'number')
  if (card.relation !== 'self' && card.textVersionId === null)
    throw new Refusal('card.agreeFirst', 422, {}, 'textVersionId')
  await checkCode({ purpose: 'bank_account', phone: await readOwnPhone(actor), code: card.code })
  await inScope(scope, async (tx) => {
    const consentId =
      card.relation === 'self'
        ? null
        : await recordConsent(tx, {
            actor,
            kind: 'account_in_other_name',
            textId: card.textVersionId,
            means: 'code',
          })
    const cardId = await keepCard(tx, { actor, card, partyId: purse.partyId, consentId })
    await enqueue(tx, 'card-notice', { bankAccountId: cardId, about: 'registered' })
    await recordAudit(tx, {
      actor,
      action: 'card.registered',
      subject: { type: 'BankAccount', id: cardId },
      detail: { relation: card.relation },
    })
  })
}

async function keepCard(
  tx: Tx,
  {
    actor,
    card,
    partyId,
    consentId,
  }: { actor: Actor; card: CardInput; partyId: string; consentId: string | null },
): Promise<string> {
  const { dataKeyId } = await tx.person.findUniqueOrThrow({
    where: { id: actor.personId },
    select: { dataKeyId: true },
  })
  const key = await openDataKey(tx, dataKeyId)
  const id = crypto.randomUUID()
  const place = (column: string) => ({ table: 'BankAccount', column, row: id })
  const cooling = (await readSetting('payouts.cardCoolingHours', tx)) * hour
  await tx.bankAccount.create({
    data: {
      id,
      partyId,
      keyId: dataKeyId,
      consentId,
      bankName: card.bankName,
      relation: card.relation,
      last4: card.number.slice(-4),
      holderCipher: seal(key, card.holder, place('holderCipher')),
      numberCipher: seal(key, card.number, place('numberCipher')),
      usableFrom: new Date((await appNow(tx)).getTime() + cooling),
    },
    select: { id: true },
  })
  return id
}
