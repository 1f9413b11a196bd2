import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { findOrCreateUser } from '~/modules/auth/find-or-create-user.server'
import { findPersonByPhone } from '~/modules/people/find-person-by-phone.server'
import { secretIndex } from '~/modules/people/secret-index.server'
import { setShopOpen } from '~/modules/sellers/set-shop-open.server'
import { addDays, dayOf } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { env } from '~/platform/env.server'
import { seal } from '~/platform/secrets/envelope.server'
import { owner, passSeconds } from '../../../tests/fixtures/owner'
import { statementsOf } from '../../../tests/fixtures/statements'
import { buildActor, buildGround, buildPerson, buildSeller } from '../../../tests/fixtures/world'
import { acceptMandate } from './accept-mandate.server'
import { askAgent, soonestAnswerMs } from './ask-agent.server'
import { findEntrustedMandates, findOwnMandates } from './find-mandates.server'
import { proposeMandate } from './propose-mandate.server'
import { requestConsentCode } from './request-consent-code.server'
import { revokeMandate } from './revoke-mandate.server'
import { sendNotices } from './send-notices.server'
import { signByCode } from './sign-by-code.server'
import { sweepInvited } from './sweep-invited.server'

const keyOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.key ?? String(error),
  )
const address = '127.0.0.1'
const outbox = join(tmpdir(), `mandates-${process.pid}.txt`)
const allow = (key: string, value: number) =>
  owner.setting.create({ data: { key, value, validFrom: new Date('2020-01-01') } })
const today = dayOf(new Date())
let phones = 13_600_000_000

async function buildMaker() {
  const seller = await buildSeller()
  const { personId, key } = seller.person
  phones += 1
  const phone = String(phones)
  await owner.personSecret.create({
    data: {
      personId,
      field: 'phone',
      keyId: key.keyId,
      cipher: seal(key, phone, { table: 'PersonSecret', column: 'phone', row: personId }),
      blindIndex: secretIndex('phone', phone),
    },
  })
  return seller
}

const termsFor = (shop: string) => ({
  shop,
  agentKind: 'family' as 'family' | 'coordinator' | 'broker',
  scope: ['list' as const],
  firstDay: today,
  lastDay: addDays(today, 180),
  capPercent: 0,
})

describe('a mandate', () => {
  beforeAll(buildGround)
  afterAll(() => rm(outbox, { force: true }))

  it('holds when the maker has given the code from her own phone, which no agent is shown, and ends at once', async () => {
    const { actor, slug, sellerId } = await buildMaker()
    const agent = await buildActor({ role: 'buyer', sellerIds: [sellerId] })
    const mandateId = await proposeMandate({ actor: agent, terms: termsFor(slug) })
    const close = () => keyOf(setShopOpen({ actor: agent, sellerId, isOpen: false }))
    expect(await close()).toBe('errors.notFound')
    await passSeconds(61)
    expect(await requestConsentCode({ actor: agent, mandateId, address })).toEqual({ shownCode: null })
    await passSeconds(61)
    const { shownCode } = await requestConsentCode({ actor, mandateId, address })
    const code = shownCode ?? ''
    const wrong = code === '123456' ? '654321' : '123456'
    expect(await keyOf(signByCode({ actor: agent, mandateId, code: wrong }))).toBe('account.codeWrong')
    await signByCode({ actor: agent, mandateId, code })
    expect(await keyOf(signByCode({ actor: agent, mandateId, code }))).toBe('mandate.settled')
    expect(await owner.mandate.findUnique({ where: { id: mandateId } })).toMatchObject({
      consentMeans: 'code',
      agentKind: 'family',
    })
    expect(await close()).toBe('done')
    await sendNotices()
    expect(await owner.phoneNotice.findFirst({ where: { sellerId } })).toMatchObject({ sentAt: null })
    await passSeconds(601)
    await Promise.all([sendNotices(), sendNotices()])
    expect(await owner.phoneNotice.count({ where: { sellerId, sentAt: { not: null } } })).toBe(1)
    await revokeMandate({ actor, mandateId })
    expect(await keyOf(setShopOpen({ actor: agent, sellerId, isOpen: true }))).toBe('errors.notFound')
  })

  it('is asked of a number in the same way whether or not anybody has it, and waits for whoever signs in with it', async () => {
    await allow('limits.asks', 0)
    env.SMS_OUTBOX = outbox
    const { actor } = await buildMaker()
    const known = await inScope({ job: 'sign_in' }, (tx) => findOrCreateUser(tx, '13655550001'))
    const { shop: _, ...terms } = termsFor('')
    const ask = (phone: string, agentKind: 'broker' | 'family', capPercent = 0) =>
      keyOf(askAgent({ actor, terms: { ...terms, phone, agentKind, capPercent } }))
    const answers = [
      await ask('13655550001', 'broker', 5),
      await ask('13655550002', 'broker', 5),
      await ask('13655550003', 'family'),
      await ask('13655550001', 'broker', 5),
      await ask('13655550002', 'broker', 5),
    ]
    expect(answers).toEqual(['done', 'done', 'done', 'mandate.stands', 'mandate.stands'])
    const [third, second, first] = await findOwnMandates({ actor, locale: 'zh-CN' })
    expect([first, second, third].map((one) => [one?.agent, one?.lastDigits, one?.state])).toEqual([
      [null, '0001', 'waits_for_maker'],
      [null, '0002', 'waits_for_maker'],
      [null, '0003', 'waits_for_maker'],
    ])
    const told = (await readFile(outbox, 'utf8')).split('\n').filter((line) => line.includes('想请您帮忙'))
    for (const phone of ['13655550001', '13655550002', '13655550003'])
      expect(told.filter((line) => line.includes(phone))).toHaveLength(1)

    // whoever comes with the number finds it, and a broker must be one
    const came = await inScope({ job: 'sign_in' }, (tx) => findOrCreateUser(tx, '13655550003'))
    const agentOf = async (userId: string) => {
      const { personId } = await owner.user.findUniqueOrThrow({ where: { id: userId } })
      return { ...(await buildActor({ role: 'buyer' })), userId, personId }
    }
    const helper = await agentOf(came.id)
    expect(await findEntrustedMandates({ actor: helper, locale: 'zh-CN' })).toMatchObject([{ id: third?.id }])
    expect(await keyOf(acceptMandate({ actor: helper, mandateId: third?.id ?? '' }))).toBe('done')
    const none = await agentOf(known.id)
    expect(await keyOf(acceptMandate({ actor: none, mandateId: first?.id ?? '' }))).toBe('mandate.notBroker')

    // a number that nobody came with is forgotten once nothing waits for it; the others stay
    const numbers = () =>
      owner.personSecret.count({
        where: { blindIndex: { in: ['1', '2', '3'].map((n) => secretIndex('phone', `1365555000${n}`)) } },
      })
    await sweepInvited({ batch: 100 })
    expect(await numbers()).toBe(3)
    for (const one of [first, second, third]) await revokeMandate({ actor, mandateId: one?.id ?? '' })
    await Promise.all([sweepInvited({ batch: 100 }), sweepInvited({ batch: 100 })])
    expect(await numbers()).toBe(2)
    // and is not looked at again
    const forgotten = await owner.mandate.findUniqueOrThrow({ where: { id: second?.id ?? '' } })
    const again = await statementsOf(() => sweepInvited({ batch: 100 }))
    expect(again.some(({ text }) => text.includes('"Mandate"'))).toBe(true)
    expect(JSON.stringify(again.map(({ values }) => values))).not.toContain(forgotten.agentPersonId)
    expect(await inScope({ job: 'sign_in' }, (tx) => findPersonByPhone(tx, '13655550002'))).toBeNull()
    expect(await ask('13655550002', 'family')).toBe('done')
  })

  it('is asked so often in a day, and of one number so often', async () => {
    await owner.setting.deleteMany({ where: { key: 'limits.asks' } })
    await allow('limits.asks', 2)
    const { shop: _, ...terms } = termsFor('')
    const ask = (actor: Actor, phone: string) =>
      keyOf(askAgent({ actor, terms: { ...terms, phone, agentKind: 'family' } }))
    const [one, other, third] = [await buildMaker(), await buildMaker(), await buildMaker()]
    expect(await ask(one.actor, '13655550011')).toBe('done')
    expect(await ask(one.actor, '13655550012')).toBe('done')
    expect(await ask(one.actor, '13655550013')).toBe('limits.asks')
    expect(await ask(other.actor, '13655550011')).toBe('done')
    expect(await ask(third.actor, '13655550011')).toBe('limits.asks')
  })

  it('is answered no sooner for a number that somebody has than for one that nobody has', async () => {
    const { shop: _, ...terms } = termsFor('')
    const [one, other] = [await buildMaker(), await buildMaker()]
    // nobody has it, then somebody, then it is refused
    for (const { actor } of [one, other, other]) {
      const begun = performance.now()
      await keyOf(askAgent({ actor, terms: { ...terms, phone: '13655550021', agentKind: 'family' } }))
      expect(performance.now() - begun).toBeGreaterThan(soonestAnswerMs - 5)
    }
  })

  it('takes the code of another mandate for none of its own', async () => {
    const { actor, slug } = await buildMaker()
    const [one, other] = [await buildActor({ role: 'buyer' }), await buildActor({ role: 'buyer' })]
    const mandateId = await proposeMandate({ actor: one, terms: termsFor(slug) })
    const otherId = await proposeMandate({ actor: other, terms: termsFor(slug) })
    await passSeconds(61)
    const { shownCode } = await requestConsentCode({ actor, mandateId, address })
    expect(await keyOf(signByCode({ actor: other, mandateId: otherId, code: shownCode ?? '' }))).toBe(
      'account.codeWrong',
    )
    expect(await keyOf(signByCode({ actor: one, mandateId: otherId, code: shownCode ?? '' }))).toBe(
      'errors.notFound',
    )
  })

  it('is refused beyond a year, with a cut for a relative, outside a region, twice, and for herself', async () => {
    const { actor, slug } = await buildMaker()
    const agent = await buildActor({ role: 'coordinator', region: '620121' })
    const terms = termsFor(slug)
    const tried = (change: Partial<typeof terms>) =>
      keyOf(proposeMandate({ actor: agent, terms: { ...terms, ...change } }))
    expect(await tried({ lastDay: addDays(today, 365) })).toBe('mandate.tooLong')
    expect(await tried({ firstDay: addDays(today, -1) })).toBe('mandate.dayOver')
    expect(await tried({ capPercent: 5 })).toBe('mandate.noCut')
    expect(await tried({ agentKind: 'coordinator' })).toBe('mandate.notHerRegion')
    expect(await tried({ agentKind: 'broker' })).toBe('mandate.notBroker')
    expect(await tried({ shop: 'no-such-shop' })).toBe('mandate.noShop')
    expect(await tried({})).toBe('done')
    expect(await tried({})).toBe('mandate.stands')
    expect(await keyOf(proposeMandate({ actor, terms }))).toBe('mandate.herself')
  })

  it('is kept by the database: no other scope, no changed term, no signature taken back, no end without a trace', async () => {
    const { sellerId } = await buildSeller()
    const { personId } = await buildPerson()
    const day = (ahead: number) => new Date(addDays(today, ahead))
    const data = {
      sellerId,
      agentPersonId: personId,
      scope: ['list'],
      capBps: 0,
      validFrom: day(0),
      validTo: day(100),
    }
    for (const [wrong, reason] of [
      [{ scope: ['card'] }, /Mandate_scope/],
      [{ scope: [] }, /Mandate_scope/],
      [{ validTo: null }, /a year at most/],
      [{ validTo: day(400) }, /a year at most/],
      [{ agentKind: 'family' as const, capBps: 100 }, /Mandate_cap_of_brokers/],
      [{ signedByPrincipalAt: new Date() }, /how did she consent/],
      [{ signedByPrincipalAt: new Date(), consentMeans: 'voice' as const }, /was not confirmed/],
    ] as const)
      await expect(
        owner.mandate.create({
          data: { ...data, ...wrong, scope: [...(('scope' in wrong && wrong.scope) || data.scope)] },
        }),
      ).rejects.toThrow(reason)
    const { id } = await owner.mandate.create({ data: { ...data, signedByAgentAt: new Date() } })
    await expect(owner.mandate.create({ data: { ...data, validFrom: day(50) } })).rejects.toThrow(
      /no_overlap/,
    )
    const change = (to: object) => owner.mandate.update({ where: { id }, data: to })
    await expect(change({ scope: ['list', 'orders'] })).rejects.toThrow(/terms/)
    await expect(change({ validTo: day(120) })).rejects.toThrow(/terms/)
    await expect(change({ signedByAgentAt: null })).rejects.toThrow(/signature/)
    await expect(owner.mandate.delete({ where: { id } })).rejects.toThrow(/revoked, not removed/)
    await change({ revokedAt: new Date() })
    await expect(change({ revokedAt: null })).rejects.toThrow(/is over/)
  })
})
