import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findOrCreateParty } from '~/modules/ledger/find-or-create-account.server'
import { findPurses } from '~/modules/purses/find-purses.server'
import { openConnectAccount } from '~/modules/purses/open-connect-account.server'
import { withdrawConnect } from '~/modules/purses/withdraw-connect.server'
import { getText } from '~/modules/settings/find-text.server'
import { owner } from '../../../tests/fixtures/owner'
import { book, buildFinance, payables } from '../../../tests/fixtures/payouts'
import { type OpenSandbox, openSandbox } from '../../../tests/fixtures/sandbox'
import { buildConnectAccount, buildConsent, buildGround, buildSeller } from '../../../tests/fixtures/world'
import { approveBatch } from './approve-batch.server'
import { prepareBatch } from './prepare-batch.server'

let sandbox: OpenSandbox

beforeAll(async () => {
  sandbox = await openSandbox()
  await buildGround()
})
afterAll(() => sandbox.close())

const accountsOf = (sellerId: string) =>
  owner.connectAccount.findMany({ where: { party: { sellerId } }, include: { consent: true } })

describe('an account with the provider abroad', () => {
  it('is opened with her own consent to that, recorded before anything is sent', async () => {
    const { actor, sellerId, person } = await buildSeller()
    const open = (abroadTextId: string | null) =>
      openConnectAccount({ actor, purse: sellerId, country: 'SG', abroadTextId })
    await expect(open(null)).rejects.toMatchObject({ key: 'card.agreeAbroad', field: 'abroadTextId' })
    const made = await owner.textVersion.findFirstOrThrow({ where: { kind: 'made_to_order' } })
    await expect(open(made.id)).rejects.toMatchObject({ key: 'card.textChanged' })
    expect(await accountsOf(sellerId)).toEqual([])
    const text = await getText('payout_abroad', 'en')
    await open(text.id)
    await open(text.id)
    const accounts = await accountsOf(sellerId)
    expect(accounts).toMatchObject([
      {
        country: 'SG',
        providerRef: expect.stringMatching(/^acct_/),
        consent: {
          personId: person.personId,
          purpose: 'payout_abroad',
          textVersionId: text.id,
          means: 'tick',
          recordedById: null,
        },
      },
    ])
    expect(await owner.consent.count({ where: { personId: person.personId } })).toBe(1)
  })

  it('is not used once she takes it back, and again when she agrees again', async () => {
    const seller = await buildSeller()
    const { actor, sellerId, person } = seller
    await buildConnectAccount(seller)
    await book({ sellerId }, 'payable', 20_000n)
    const outcome = async () => (await payables('stripe')).find((row) => row.sellerId === sellerId)?.outcome
    expect(await outcome()).toBe('ready')
    const { preparer, approver } = await buildFinance()
    const { batchId } = await prepareBatch({ actor: preparer, way: 'stripe' })
    const other = await buildSeller()
    await expect(withdrawConnect({ actor: other.actor, purse: sellerId })).rejects.toMatchObject({
      status: 404,
    })
    await withdrawConnect({ actor, purse: sellerId })
    await withdrawConnect({ actor, purse: sellerId })
    await expect(approveBatch({ actor: approver, batchId })).rejects.toMatchObject({
      key: 'payout.accountGone',
    })
    const agreedAt = async () => (await findPurses({ actor }))[0]?.connect?.agreedAt
    expect(await agreedAt()).toBeNull()
    const text = await getText('payout_abroad', 'zh-CN')
    await openConnectAccount({ actor, purse: sellerId, country: 'HK', abroadTextId: text.id })
    expect(await agreedAt()).toEqual(expect.any(String))
    await approveBatch({ actor: approver, batchId })
    expect(
      await owner.auditEvent.findMany({
        where: { actorUserId: actor.userId, action: { startsWith: 'connect.' } },
        orderBy: { id: 'asc' },
        select: { action: true },
      }),
    ).toEqual([{ action: 'connect.withdrawn' }, { action: 'connect.agreed' }])
    expect(await owner.consent.count({ where: { personId: person.personId } })).toBe(2)
  })

  it('rests on the living consent of her whose money it is, whoever writes the row', async () => {
    const { sellerId } = await buildSeller()
    const other = await buildSeller()
    const partyId = await findOrCreateParty(owner, { sellerId })
    const write = (consentId: string | null) =>
      owner.connectAccount.create({ data: { partyId, country: 'HK', consentId } })
    await expect(write(null)).rejects.toThrow('has not agreed')
    await expect(write(await buildConsent(other.person.personId, 'payout_abroad'))).rejects.toThrow(
      'has not agreed',
    )
    const withdrawn = await buildConsent(other.person.personId, 'payout_abroad')
    await owner.consent.update({ where: { id: withdrawn }, data: { withdrawnAt: new Date() } })
    const otherParty = await findOrCreateParty(owner, { sellerId: other.sellerId })
    const hers = { partyId: otherParty, country: 'HK' }
    await expect(owner.connectAccount.create({ data: { ...hers, consentId: withdrawn } })).rejects.toThrow(
      'has not agreed',
    )
    const anothers = await buildConsent(other.person.personId, 'account_in_other_name')
    await expect(owner.connectAccount.create({ data: { ...hers, consentId: anothers } })).rejects.toThrow(
      'has not agreed',
    )
  })
})
