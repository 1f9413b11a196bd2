import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { findOwnCards } from '~/modules/own-data/own-records.server'
import { inScope } from '~/platform/db/in-scope.server'
import { fillApplication, handIn } from '../../../tests/fixtures/applications'
import { owner, passDays } from '../../../tests/fixtures/owner'
import {
  buildActor,
  buildBankAccount,
  buildConsent,
  buildGround,
  buildPerson,
} from '../../../tests/fixtures/world'
import { forgetApplications, sweepApplications } from './forget-applications.server'
import { getApplication } from './get-application.server'
import { submitApplication } from './submit-application.server'
import { turnDownApplication } from './turn-down-application.server'

let county: Actor

/** An application that was refused, and the keys of its pictures. */
async function buildRefused(kind: 'household' | 'workshop') {
  const person = await buildPerson({ village: null, name: '马示例' })
  const actor = await buildActor({ role: 'buyer', person })
  await fillApplication(actor, { kind })
  await submitApplication({ actor })
  const { id } = await owner.sellerApplication.findFirstOrThrow({ where: { personId: actor.personId } })
  await turnDownApplication({
    actor: county,
    applicationId: id,
    to: 'refused',
    reasonCode: 'photos',
    words: '不是手工做的',
  })
  return { actor, id }
}

const rowOf = (id: string) =>
  owner.sellerApplication.findUniqueOrThrow({
    where: { id },
    include: {
      photos: { select: { attachment: { select: { key: { select: { destroyedAt: true } } } } } },
    },
  })
const emptied = {
  state: 'refused',
  realName: null,
  idCipher: null,
  shopName: null,
  licenceName: null,
  licenceCode: null,
  licencePhotoId: null,
  householdClaim: null,
  householdWords: null,
}

describe('a refused application', () => {
  beforeAll(async () => {
    await buildGround()
    county = await buildActor({ role: 'coordinator', region: '620123' })
  })

  it('is emptied with its pictures when she closes her account', async () => {
    const { actor, id } = await buildRefused('workshop')
    expect(await rowOf(id)).toMatchObject({ realName: expect.any(String), licenceName: expect.any(String) })
    await inScope({ person: actor.personId }, (tx) => forgetApplications(tx, actor))
    const row = await rowOf(id)
    expect(row).toMatchObject(emptied)
    expect(row.photos.map(({ attachment }) => attachment.key.destroyedAt)).not.toContain(null)
    await expect(
      owner.sellerApplication.update({ where: { id }, data: { realName: '别人' } }),
    ).rejects.toThrow(/being looked at/)
  })

  it('takes its card out of use at once, and its number goes with the rest', async () => {
    const person = await buildPerson({ village: null, name: '马示例' })
    const actor = await buildActor({ role: 'buyer', person })
    const { applicationId, sellerId } = await handIn(actor, { kind: 'artisan' })
    const cardId = await buildBankAccount({ sellerId, key: person.key })
    const consentId = await buildConsent(actor.personId, 'account_in_other_name')
    await owner.bankAccount.update({ where: { id: cardId }, data: { relation: 'spouse', consentId } })
    const refusal = { reasonCode: 'photos', words: '看不清' } as const
    await turnDownApplication({ actor: county, applicationId, to: 'refused', ...refusal })
    expect(await owner.bankAccount.findUniqueOrThrow({ where: { id: cardId } })).toMatchObject({
      closedAt: expect.any(Date),
      relation: 'spouse',
    })
    expect(await owner.consent.findUniqueOrThrow({ where: { id: consentId } })).toMatchObject({
      withdrawnAt: expect.any(Date),
    })
    await passDays(181)
    await sweepApplications({ batch: 100 })
    const card = await owner.bankAccount.findUniqueOrThrow({ where: { id: cardId } })
    expect(card).toMatchObject({ bankName: '', last4: '0000', consentId: null })
    expect([card.numberCipher.length, card.holderCipher.length]).toEqual([0, 0])
    expect(await inScope({ person: actor.personId }, findOwnCards)).toEqual([])
  })

  it('is emptied half a year after it was refused, and the desk still reads that it was', async () => {
    const { actor, id } = await buildRefused('household')
    // she applies anew with the same picture: it stays
    await fillApplication(actor, { kind: 'household' })
    await submitApplication({ actor })
    const again = await owner.sellerApplication.findFirstOrThrow({
      where: { personId: actor.personId, state: 'submitted' },
    })
    await passDays(179)
    await sweepApplications({ batch: 100 })
    expect(await rowOf(id)).toMatchObject({ realName: expect.any(String) })
    await passDays(2)
    expect(await sweepApplications({ batch: 100 })).toBeGreaterThan(0)
    expect(await rowOf(id)).toMatchObject(emptied)
    expect(await sweepApplications({ batch: 100 })).toBe(0)
    const other = await rowOf(again.id)
    expect(other).toMatchObject({ realName: expect.any(String) })
    expect(other.photos.map(({ attachment }) => attachment.key.destroyedAt)).toEqual(
      other.photos.map(() => null),
    )
    expect(await getApplication({ actor: county, applicationId: id })).toMatchObject({
      state: 'refused',
    })
  })
})
