import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAlerts } from '~/modules/alerts/find-alerts.server'
import type { Actor } from '~/modules/auth/actor'
import { secretIndex } from '~/modules/people/secret-index.server'
import { closeCard } from '~/modules/purses/close-card.server'
import { registerCard } from '~/modules/purses/register-card.server'
import { requestCardCode } from '~/modules/purses/request-card-code.server'
import { inScope } from '~/platform/db/in-scope.server'
import { env } from '~/platform/env.server'
import { seal } from '~/platform/secrets/envelope.server'
import { owner, passSeconds } from '../../../tests/fixtures/owner'
import { book, buildFinance, linesOf, payables, preparedBatch } from '../../../tests/fixtures/payouts'
import {
  buildActor,
  buildBankAccount,
  buildGround,
  buildPerson,
  buildSeller,
} from '../../../tests/fixtures/world'
import { tellCard, tellUsableCards } from './tell-card.server'

const outbox = join(tmpdir(), `card-notices-${process.pid}.txt`)
let phones = 13_600_000_000

beforeAll(async () => {
  await buildGround()
  env.SMS_OUTBOX = outbox
})
afterAll(async () => {
  env.SMS_OUTBOX = undefined
  await rm(outbox, { force: true })
})

/** A seller with a telephone, money to be paid, a card of before, and a new one just registered. */
async function buildChange() {
  const seller = await buildSeller()
  phones += 1
  const phone = String(phones)
  const { personId, key } = seller.person
  await owner.personSecret.create({
    data: {
      personId,
      field: 'phone',
      keyId: key.keyId,
      cipher: seal(key, phone, { table: 'PersonSecret', column: 'phone', row: personId }),
      blindIndex: secretIndex('phone', phone),
    },
  })
  const oldId = await buildBankAccount({ sellerId: seller.sellerId, key })
  await book({ sellerId: seller.sellerId }, 'payable', 5_000n)
  await passSeconds(61)
  const { shownCode } = await requestCardCode({ actor: seller.actor, address: '127.0.0.1' })
  const card = {
    purse: seller.sellerId,
    bankName: '示例农村信用社',
    number: '4242424242424242',
    holder: '示例',
    relation: 'self' as const,
    textVersionId: null,
    code: shownCode ?? '',
  }
  await registerCard({ actor: seller.actor, card })
  const { id: newId } = await owner.bankAccount.findFirstOrThrow({
    where: { party: { sellerId: seller.sellerId }, last4: '4242' },
  })
  return { ...seller, phone, oldId, newId }
}

/** Runs the notices that wait about a card, as the worker would, twice. */
async function work(bankAccountId: string): Promise<void> {
  const jobs = await owner.$queryRaw<{ data: { bankAccountId: string; about: string } }[]>`
    SELECT data FROM pgboss.job WHERE name = 'card-notice' AND data ->> 'bankAccountId' = ${bankAccountId} ORDER BY created_on`
  for (const { data } of [...jobs, ...jobs]) await tellCard(data)
}

async function toldTo(phone: string): Promise<string[]> {
  const lines = (await readFile(outbox, 'utf8').catch(() => '')).split('\n')
  return lines
    .filter((line) => line.startsWith('{'))
    .flatMap((line) => {
      const sent: { phone: string; text: string } = JSON.parse(line)
      return sent.phone === phone ? [sent.text] : []
    })
}

const cardAlerts = async (actor: Actor) =>
  (await findAlerts({ actors: [actor] })).open.filter(({ kind }) => kind === 'card_changed')

describe('a new card for her money', () => {
  it('is told to her phone and her coordinator at once and when it is used, each once; until then the old one is paid', async () => {
    const change = await buildChange()
    const her = await buildActor({ role: 'coordinator', region: '620123' })
    const elsewhere = await buildActor({ role: 'coordinator', region: '620121' })
    const finance = await buildActor({ role: 'finance' })
    await work(change.newId)
    const [first, ...more] = await toldTo(change.phone)
    expect(more).toEqual([])
    expect(first).toMatch(/示例农村信用社尾号 4242.*在那以前照旧.*\/studio\/settings/)
    const isHers = ({ subjectId }: { subjectId: string }) => subjectId === partyId
    const { partyId } = await owner.bankAccount.findUniqueOrThrow({ where: { id: change.newId } })
    expect((await cardAlerts(her)).filter(isHers)).toHaveLength(1)
    for (const actor of [elsewhere, finance]) expect((await cardAlerts(actor)).filter(isHers)).toEqual([])
    const target = async () =>
      (await payables()).find(({ sellerId }) => sellerId === change.sellerId)?.bankAccountId
    expect(await target()).toBe(change.oldId)
    await tellUsableCards()
    expect(await toldTo(change.phone)).toHaveLength(1)
    await passSeconds(72 * 3600 + 60)
    await Promise.all([tellUsableCards(), tellUsableCards()])
    const told = await toldTo(change.phone)
    expect(told).toHaveLength(2)
    expect(told[1]).toContain('从现在起')
    expect(await target()).toBe(change.newId)
  })

  it('is told to each of two owners, and not noted for whom no carrier took it', async () => {
    const change = await buildChange()
    const other = await buildPerson()
    phones += 1
    const phone = String(phones)
    await owner.personSecret.create({
      data: {
        personId: other.personId,
        field: 'phone',
        keyId: other.key.keyId,
        cipher: seal(other.key, phone, { table: 'PersonSecret', column: 'phone', row: other.personId }),
        blindIndex: secretIndex('phone', phone),
      },
    })
    const { sellerId } = change
    const share = { personId: other.personId, role: 'owner', validFrom: new Date('2026-01-01') } as const
    await owner.sellerPerson.create({ data: { sellerId, ...share } })
    const noted = () =>
      owner.cardNotice.count({ where: { bankAccountId: change.newId, personId: { not: null } } })
    env.APP_MODE = 'live'
    await work(change.newId).finally(() => {
      env.APP_MODE = 'demo'
    })
    expect(await noted()).toBe(0)
    await work(change.newId)
    expect(await noted()).toBe(2)
    for (const one of [change.phone, phone]) expect(await toldTo(one)).toHaveLength(1)
  })

  it('that she stops is never paid to, and is not announced any more', async () => {
    const change = await buildChange()
    await work(change.newId)
    await closeCard({ actor: change.actor, cardId: change.newId })
    await work(change.newId)
    await passSeconds(72 * 3600 + 60)
    await tellUsableCards()
    const told = await toldTo(change.phone)
    expect(told).toHaveLength(2)
    expect(told[1]).toContain('停掉了')
    const { preparer } = await buildFinance()
    const { batchId } = await preparedBatch(preparer)
    const lines = await linesOf(batchId)
    expect(lines.map(({ bankAccountId }) => bankAccountId)).toContain(change.oldId)
    expect(lines.map(({ bankAccountId }) => bankAccountId)).not.toContain(change.newId)
  })

  it('cools as long as it was said: the database keeps it', async () => {
    const change = await buildChange()
    const id = change.newId
    const asApp = <T>(work: Parameters<typeof inScope<T>>[1]) =>
      inScope({ person: change.person.personId }, work)
    await expect(
      asApp((tx) => tx.bankAccount.update({ where: { id }, data: { usableFrom: new Date() } })),
    ).rejects.toThrow(/cools as long/)
    const row = await owner.bankAccount.findUniqueOrThrow({ where: { id } })
    await expect(
      asApp((tx) =>
        tx.bankAccount.create({ data: { ...row, id: crypto.randomUUID(), usableFrom: row.createdAt } }),
      ),
    ).rejects.toThrow(/cools before/)
    const { preparer } = await buildFinance()
    const { batchId } = await preparedBatch(preparer)
    await expect(
      owner.payoutLine.create({
        data: { batchId, seq: 9_999, partyId: row.partyId, bankAccountId: id, amountFen: 100n },
      }),
    ).rejects.toThrow(/still cools/)
    await expect(owner.cardNotice.create({ data: { bankAccountId: id, about: 'else' } })).rejects.toThrow(
      /CardNotice_about/,
    )
  })
})
