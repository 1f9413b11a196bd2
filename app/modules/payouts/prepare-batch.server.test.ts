import { beforeAll, describe, expect, it } from 'vitest'
import { owner } from '../../../tests/fixtures/owner'
import {
  buildFinance,
  buildOwedSeller,
  linesOf,
  openPool,
  owedTo,
  payables,
} from '../../../tests/fixtures/payouts'
import { buildActor, buildBankAccount, buildConsent, buildGround } from '../../../tests/fixtures/world'
import { cancelBatch } from './cancel-batch.server'
import { findOwed } from './find-owed.server'
import { findPayoutFigures } from './find-payout-figures.server'
import { prepareBatch } from './prepare-batch.server'

beforeAll(buildGround)

const outcomeOf = async (sellerId: string) =>
  (await payables()).find((row) => row.sellerId === sellerId)?.outcome

describe('who can be paid', () => {
  it('is whom something is owed to and who has a usable card', async () => {
    const ready = await buildOwedSeller()
    const noCard = await buildOwedSeller({ card: false })
    const tooNew = await buildOwedSeller()
    await owner.bankAccount.updateMany({
      where: { id: tooNew.bankAccountId ?? '' },
      data: { usableFrom: new Date('2099-01-01') },
    })
    const closed = await buildOwedSeller()
    await owner.bankAccount.updateMany({
      where: { id: closed.bankAccountId ?? '' },
      data: { closedAt: new Date() },
    })
    expect(await outcomeOf(ready.sellerId)).toBe('ready')
    expect(await outcomeOf(noCard.sellerId)).toBe('no_account')
    expect(await outcomeOf(tooNew.sellerId)).toBe('cooling_off')
    expect(await outcomeOf(closed.sellerId)).toBe('no_account')
  })

  it('has at least the smallest payout', async () => {
    const { sellerId, owedFen } = await buildOwedSeller()
    const minimum = async (fen: bigint) => {
      await owner.setting.deleteMany({ where: { key: 'payouts.minimumFen' } })
      await owner.setting.create({
        data: { key: 'payouts.minimumFen', value: Number(fen), validFrom: new Date('2020-01-01') },
      })
    }
    await minimum(owedFen + 1n)
    expect(await outcomeOf(sellerId)).toBe('below_minimum')
    await minimum(owedFen)
    expect(await outcomeOf(sellerId)).toBe('ready')
    await owner.setting.deleteMany({ where: { key: 'payouts.minimumFen' } })
  })

  it('needs the living consent of an owner of another name', async () => {
    const seller = await buildOwedSeller()
    const consentId = await buildConsent(seller.person.personId, 'account_in_other_name')
    await owner.bankAccount.update({
      where: { id: seller.bankAccountId ?? '' },
      data: { relation: 'spouse', consentId },
    })
    expect(await outcomeOf(seller.sellerId)).toBe('ready')
    await owner.consent.update({ where: { id: consentId }, data: { withdrawnAt: new Date() } })
    expect(await outcomeOf(seller.sellerId)).toBe('not_agreed')
    await buildBankAccount({ sellerId: seller.sellerId, key: seller.person.key, number: '6217000012340000' })
    expect(await outcomeOf(seller.sellerId), 'another card of her own is there').toBe('ready')
  })

  it('is left out with the reason when she withdrew her consent to the only card', async () => {
    const { preparer } = await buildFinance()
    const [seller] = [await buildOwedSeller(), await buildOwedSeller()]
    const consentId = await buildConsent(seller.person.personId, 'account_in_other_name')
    const id = seller.bankAccountId ?? ''
    await owner.bankAccount.update({ where: { id }, data: { relation: 'sibling', consentId } })
    await owner.consent.update({ where: { id: consentId }, data: { withdrawnAt: new Date() } })
    const { batchId, leftOut } = await prepareBatch({ actor: preparer })
    expect(leftOut.find(({ sellerId }) => sellerId === seller.sellerId)).toMatchObject({ why: 'not_agreed' })
    await cancelBatch({ actor: preparer, batchId, reason: '试试' })
  })
})

describe('preparing', () => {
  it('takes the whole balance of everybody who is ready, says who is left out, and moves no money', async () => {
    const { preparer } = await buildFinance()
    const ready = await buildOwedSeller({ priceFen: 12_345n })
    const noCard = await buildOwedSeller({ card: false })
    const before = await findOwed()
    const batch = await prepareBatch({ actor: preparer })
    expect(batch.lineCount).toBe(before.readyCount)
    expect(batch.totalFen).toBe(BigInt(before.readyFen))
    const line = (await linesOf(batch.batchId)).find(({ party }) => party.sellerId === ready.sellerId)
    expect(line).toMatchObject({ state: 'prepared', attempt: 1, amountFen: 12_728n })
    expect(batch.leftOut.find(({ sellerId }) => sellerId === noCard.sellerId)?.why).toBe('no_account')
    expect(await owedTo(ready.sellerId)).toBe(ready.owedFen)
    const figures = await findPayoutFigures()
    expect(figures.owedFen).toBe(before.readyFen + before.waitingFen)
    expect(await outcomeOf(ready.sellerId)).toBe('open_line')
    await expect(prepareBatch({ actor: preparer })).rejects.toMatchObject({ key: 'payout.nobody' })
    expect(
      await owner.auditEvent.findFirst({ where: { action: 'payout.prepared', subjectId: batch.batchId } }),
    ).toMatchObject({ actorUserId: preparer.userId, role: 'finance' })
    expect(await owner.payoutEvent.findMany({ where: { batchId: batch.batchId } })).toMatchObject([
      { state: 'prepared', actorUserId: preparer.userId },
    ])
    await cancelBatch({ actor: preparer, batchId: batch.batchId, reason: '算错了' })
  })

  it('puts a seller into one batch only, however many prepare at once', async () => {
    const sellers = [await buildOwedSeller(), await buildOwedSeller()]
    const actors = await Promise.all(Array.from({ length: 20 }, () => buildActor({ role: 'finance' })))
    await openPool()
    const results = await Promise.allSettled(actors.map((actor) => prepareBatch({ actor })))
    const batches = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    expect(batches).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ key: 'payout.nobody' })
    for (const { sellerId } of sellers)
      expect(await owner.payoutLine.count({ where: { state: 'prepared', party: { sellerId } } })).toBe(1)
    await cancelBatch({
      actor: actors[0] ?? (await buildActor({ role: 'finance' })),
      batchId: batches[0]?.batchId ?? '',
      reason: '试试',
    })
  })

  it('is refused a second open line of one seller by the database itself', async () => {
    const { preparer } = await buildFinance()
    const seller = await buildOwedSeller()
    await prepareBatch({ actor: preparer })
    const line = await owner.payoutLine.findFirstOrThrow({
      where: { state: 'prepared', party: { sellerId: seller.sellerId } },
    })
    const again = owner.payoutBatch.create({
      data: {
        number: '000000-01',
        lineCount: 1,
        totalFen: 1n,
        preparedById: preparer.userId,
        lines: {
          create: [{ seq: 1, partyId: line.partyId, bankAccountId: line.bankAccountId, amountFen: 1n }],
        },
      },
    })
    await expect(again).rejects.toThrow()
    await cancelBatch({ actor: preparer, batchId: line.batchId, reason: '试试' })
  })
})

describe('cancelling', () => {
  it('frees the sellers for another batch, once, and only before approval', async () => {
    const { preparer } = await buildFinance()
    const seller = await buildOwedSeller()
    const { batchId } = await prepareBatch({ actor: preparer })
    await cancelBatch({ actor: preparer, batchId, reason: '名单不全' })
    await cancelBatch({ actor: preparer, batchId, reason: '再按一次' })
    const batch = await owner.payoutBatch.findUniqueOrThrow({
      where: { id: batchId },
      include: { lines: true, events: { orderBy: { id: 'asc' } } },
    })
    expect(batch.state).toBe('cancelled')
    expect(new Set(batch.lines.map(({ state }) => state))).toEqual(new Set(['cancelled']))
    expect(batch.events.map(({ state, note }) => [state, note])).toEqual([
      ['prepared', null],
      ['cancelled', '名单不全'],
    ])
    expect(await outcomeOf(seller.sellerId)).toBe('ready')
  })
})
