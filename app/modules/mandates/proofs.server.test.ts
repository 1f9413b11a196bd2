import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { addDays, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { findDataKey } from '~/platform/secrets/envelope.server'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { webmBytes } from '../../../tests/fixtures/voices'
import { buildActor, buildGround, buildSeller } from '../../../tests/fixtures/world'
import { confirmProof, refuseProof } from './decide-proof.server'
import { findOwnMandates } from './find-mandates.server'
import { findProofs } from './find-proofs.server'
import { handInProof } from './hand-in-proof.server'
import { openProof, readProof } from './open-proof.server'
import { proposeMandate } from './propose-mandate.server'
import { revokeMandate } from './revoke-mandate.server'
import { sweepProofs } from './sweep-proofs.server'

const keyOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.key ?? String(error),
  )
const locale = 'zh-CN' as const
const reason = '核对她的同意'

async function propose(agent: Actor, slug: string, agentKind: 'family' | 'coordinator' = 'family') {
  const today = dayOf(await appNow())
  const terms = { shop: slug, agentKind, scope: ['list' as const], capPercent: 0 }
  return proposeMandate({ actor: agent, terms: { ...terms, firstDay: today, lastDay: addDays(today, 90) } })
}

const speak = (actor: Actor, mandateId: string, number = 1) =>
  handInProof({ actor, mandateId, proof: { means: 'voice', seconds: 20, bytes: webmBytes(number) } })

async function waitingFor(actor: Actor, sellerId: string) {
  const found = (await findProofs({ actor, locale })).rows.filter((proof) => proof.sellerId === sellerId)
  return found.map(({ id }) => id)
}

describe('a consent that was spoken or signed', () => {
  let county: Actor
  let other: Actor
  beforeAll(async () => {
    await buildGround()
    county = await buildActor({ role: 'coordinator', region: '620123' })
    other = await buildActor({ role: 'coordinator', region: '620121' })
  })

  it('holds once a coordinator of her region, who has opened it with a reason, confirms it: never the agent', async () => {
    const { actor, slug, sellerId } = await buildSeller()
    const agent = await buildActor({ role: 'coordinator', region: '620123' })
    const mandateId = await propose(agent, slug, 'coordinator')
    expect(await keyOf(speak(other, mandateId))).toBe('errors.notFound')
    expect(await speak(actor, mandateId)).toBe('maker')
    expect(await speak(agent, mandateId, 2)).toBe('agent')
    expect(await owner.mandateProof.count({ where: { mandateId } })).toBe(2)
    const [proofId = ''] = await waitingFor(county, sellerId)
    expect(await waitingFor(county, sellerId)).toHaveLength(1)
    expect(await waitingFor(other, sellerId)).toEqual([])
    const [view] = await findOwnMandates({ actor, locale })
    expect(view).toMatchObject({ state: 'waits_for_check' })
    expect(await keyOf(readProof({ actor: county, proofId }))).toBe('errors.notFound')
    expect(await keyOf(openProof({ actor: other, proofId, reason }))).toBe('errors.notFound')
    expect(await keyOf(confirmProof({ actor: county, proofId }))).toBe('mandate.openFirst')
    expect(await keyOf(openProof({ actor: agent, proofId, reason }))).toBe('mandate.notOwnProof')
    expect(await keyOf(confirmProof({ actor: agent, proofId }))).toBe('mandate.notOwnProof')
    await expect(
      owner.mandateProof.update({
        where: { id: proofId },
        data: { decidedById: agent.userId, decidedAt: new Date() },
      }),
    ).rejects.toThrow(/confirms her own/)
    await openProof({ actor: county, proofId, reason })
    expect((await readProof({ actor: county, proofId })).bytes.equals(webmBytes(2))).toBe(true)
    expect(await keyOf(readProof({ actor: agent, proofId }))).toBe('errors.notFound')
    const twice = await Promise.all([1, 2].map(() => keyOf(confirmProof({ actor: county, proofId }))))
    expect(twice.toSorted()).toEqual(['done', 'mandate.settled'])
    expect(await owner.mandate.findUnique({ where: { id: mandateId } })).toMatchObject({
      consentMeans: 'voice',
      signedByPrincipalAt: expect.any(Date),
    })
    await expect(
      owner.mandateProof.update({
        where: { id: proofId },
        data: { openedById: agent.userId, openedAt: new Date() },
      }),
    ).rejects.toThrow(/who opened it stays/)
    const opened = await owner.auditEvent.findMany({
      where: { action: 'mandate.proof_opened', subjectId: mandateId },
    })
    expect(opened.map((event) => event.reason)).toEqual([reason])
    await revokeMandate({ actor, mandateId })
    expect((await findOwnMandates({ actor, locale }))[0]).toMatchObject({ state: 'revoked' })
  })

  it('is destroyed when it is turned down, and the two read why', async () => {
    const { actor, slug, sellerId } = await buildSeller()
    const agent = await buildActor({ role: 'buyer' })
    const mandateId = await propose(agent, slug)
    await speak(actor, mandateId)
    const [proofId = ''] = await waitingFor(county, sellerId)
    await openProof({ actor: county, proofId, reason })
    await refuseProof({ actor: county, proofId, refusal: '听不清是谁在说' })
    expect(await owner.mandateProof.findUnique({ where: { id: proofId } })).toMatchObject({ body: null })
    expect((await findOwnMandates({ actor, locale }))[0]).toMatchObject({
      state: 'waits_for_maker',
      refusal: '听不清是谁在说',
    })
    expect(await keyOf(readProof({ actor: county, proofId }))).toBe('errors.notFound')
    await speak(actor, mandateId)
    await revokeMandate({ actor, mandateId })
    expect(await owner.mandateProof.count({ where: { mandateId, body: { not: null } } })).toBe(0)
    expect(await keyOf(speak(actor, mandateId))).toBe('mandate.settled')
  })

  it('is nothing by another hand, of another kind or without a confirmed proof', async () => {
    const { slug, sellerId } = await buildSeller()
    const agent = await buildActor({ role: 'buyer' })
    const mandateId = await propose(agent, slug)
    const film = { means: 'voice' as const, seconds: 9, bytes: webmBytes(1, { film: true }) }
    expect(await keyOf(handInProof({ actor: agent, mandateId, proof: film }))).toBe('voice.badType')
    const paper = { means: 'signature' as const, bytes: webmBytes(1) }
    expect(await keyOf(handInProof({ actor: agent, mandateId, proof: paper }))).toBe('studio.pictureType')
    await speak(agent, mandateId)
    await expect(
      owner.mandate.update({
        where: { id: mandateId },
        data: { signedByPrincipalAt: new Date(), consentMeans: 'voice' },
      }),
    ).rejects.toThrow(/was not confirmed/)
    const [proofId = ''] = await waitingFor(county, sellerId)
    await expect(owner.mandateProof.delete({ where: { id: proofId } })).rejects.toThrow(/stays/)
    expect(await inScope(other, (tx) => tx.mandateProof.count({ where: { id: proofId } }))).toBe(0)
    expect(await inScope(county, (tx) => tx.mandateProof.count({ where: { id: proofId } }))).toBe(1)
  })

  it('goes three years after its mandate ended, and not before', async () => {
    const { actor, slug, sellerId } = await buildSeller()
    const agent = await buildActor({ role: 'buyer' })
    const mandateId = await propose(agent, slug)
    await speak(agent, mandateId)
    const [proofId = ''] = await waitingFor(county, sellerId)
    await openProof({ actor: county, proofId, reason })
    await confirmProof({ actor: county, proofId })
    const isThere = () => owner.mandateProof.count({ where: { id: proofId, body: { not: null } } })
    const { keyId } = await owner.mandateProof.findUniqueOrThrow({ where: { id: proofId } })
    await revokeMandate({ actor, mandateId })
    await passDays(3 * 365)
    await sweepProofs({ batch: 100 })
    expect(await isThere()).toBe(1)
    await passDays(2)
    await sweepProofs({ batch: 100 })
    expect(await isThere()).toBe(0)
    expect(await inScope({ person: actor.personId }, (tx) => findDataKey(tx, keyId))).toBeNull()
  })
})
