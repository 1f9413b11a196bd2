import { seal } from '~/platform/secrets/envelope.server'
import { demoAccounts } from '../accounts'
import { households } from '../data/households'
import { people } from '../data/people'
import { sellers } from '../data/sellers'
import type { SellerSeed } from '../data/types'
import { dayOfSeed } from './dates'
import { exampleCardNumber } from './example-numbers'
import { before, type LoadContext, need } from './load-context'
import { coordinatorOf } from './load-people'
import { comeBack, goTo, leaveNow } from './past-clock'

/** Two shops have not given a bank card yet: the payout screen has somebody to leave out and say why. */
const withoutCard = new Set(
  sellers
    .filter((seller) => seller.kind === 'individual')
    .slice(-2)
    .map(({ key }) => key),
)

/** The shops with their people, household links, consents, mandates and bank cards. */
export async function loadSellers(context: LoadContext): Promise<void> {
  await leaveNow(context)
  for (const seller of sellers) {
    await goTo(context, dayOfSeed(seller.joined, context.now))
    await loadSeller(context, seller)
  }
  await comeBack(context)
  for (const [index, seller] of sellers.entries()) {
    await loadLinks(context, seller)
    await loadConsents(context, seller)
    if (seller.brokerCapBps !== undefined) await loadMandate(context, seller)
    await loadRest(context, seller)
    if (!withoutCard.has(seller.key)) await loadBankCard(context, seller, index)
  }
}

async function loadSeller(context: LoadContext, seller: SellerSeed): Promise<void> {
  const { tx, now } = context
  const regionId = need(context.regions, seller.villageCode)
  const owner = need(context.people, seller.owner)
  const joined = dayOfSeed(seller.joined, now)
  const { id } = await tx.seller.create({
    data: {
      kind: seller.kind,
      status: 'active',
      slug: seller.slug,
      nameZh: seller.name.zh,
      nameEn: seller.name.en,
      sealText: seller.seal,
      regionId,
      countyId: need(context.regions, seller.countyCode),
      wordsZh: seller.consents.story ? seller.words.zh : null,
      wordsEn: seller.consents.story ? seller.words.en : null,
      makerName: seller.consents.realName ? nameOf(seller.owner) : null,
      yearsAtCraft: seller.years,
      steps: seller.steps.map(({ title, text }) => ({
        titleZh: title.zh,
        titleEn: title.en,
        textZh: text.zh,
        textEn: text.en,
      })),
      weeklyCapacity: seller.weeklyCapacity,
      ...licenceOf(seller),
      isSample: true,
      createdAt: joined,
      // looked at again since, where half a year has passed
      verifiedUntil: before(now, -180),
      people: { create: [{ personId: owner.personId, role: 'owner', validFrom: joined }] },
    },
  })
  const party = await tx.party.create({ data: { kind: 'seller', sellerId: id } })
  for (const code of seller.crafts) {
    await tx.skill.upsert({
      where: { personId_craftId: { personId: owner.personId, craftId: need(context.crafts, code).id } },
      update: {},
      create: {
        personId: owner.personId,
        craftId: need(context.crafts, code).id,
        sinceYear: now.getFullYear() - seller.years,
        verifiedById: coordinatorOf(context, seller.villageCode),
        verifiedAt: joined,
      },
    })
  }
  context.sellers.set(seller.key, {
    id,
    partyId: party.id,
    regionId,
    isIndividual: seller.kind === 'individual',
    openSince: joined,
    ownerId: owner.personId,
  })
}

function nameOf(personKey: string): string {
  return people.find(({ key }) => key === personKey)?.name.zh ?? ''
}

async function loadLinks(context: LoadContext, seller: SellerSeed): Promise<void> {
  const { tx, now } = context
  const { personId } = need(context.people, seller.owner)
  for (const link of seller.links) {
    const verifiedOn = link.verifiedOn
    const memberId =
      link.kind === 'household' ? await findMembership(context, personId, link.household) : null
    await tx.householdLink.create({
      data: {
        personId,
        memberId,
        noReason: link.kind === 'none' ? link.reason : null,
        validFrom: dayOfSeed(link.from, now),
        validTo: link.kind === 'household' && link.to !== undefined ? dayOfSeed(link.to, now) : null,
        evidence: link.kind === 'none' ? '入户走访，示例' : '登记册与户口簿，示例',
        ...(verifiedOn === undefined
          ? {}
          : {
              verifiedAt: dayOfSeed(verifiedOn, now),
              verifiedById: coordinatorOf(context, seller.villageCode),
            }),
      },
    })
  }
}

async function findMembership(
  { tx, households: loaded }: LoadContext,
  personId: string,
  householdKey: string,
): Promise<string> {
  const code = households.find(({ key }) => key === householdKey)?.key ?? householdKey
  const member = await tx.householdMember.findFirstOrThrow({
    where: { personId, householdId: need(loaded, code) },
  })
  return member.id
}

async function loadConsents({ tx, people: loaded, now }: LoadContext, seller: SellerSeed): Promise<void> {
  const given = [
    seller.consents.realName ? 'public_name' : null,
    seller.consents.story ? 'public_story' : null,
    seller.consents.photo ? 'public_photo' : null,
  ].filter((purpose) => purpose !== null)
  for (const purpose of given) {
    const text = await tx.textVersion.findFirstOrThrow({ where: { kind: purpose, locale: 'zh-CN' } })
    await tx.consent.create({
      data: {
        personId: need(loaded, seller.owner).personId,
        purpose,
        textVersionId: text.id,
        means: 'code',
        givenAt: dayOfSeed(seller.joined, now),
      },
    })
  }
}

/** Two shops have days ahead on which nobody works; one of the two is named as farm season. */
const resting: Readonly<Record<string, { kind: 'farm' | 'rest'; fromDay: number; days: number }>> = {
  minle: { kind: 'rest', fromDay: 3, days: 7 },
  zhongbao: { kind: 'farm', fromDay: 6, days: 10 },
}

async function loadRest({ tx, sellers: shops, now }: LoadContext, { key }: SellerSeed): Promise<void> {
  const rest = resting[key]
  if (!rest) return
  const day = (ahead: number) => dayOfSeed({ daysAgo: -ahead }, now)
  await tx.sellerRest.create({
    data: {
      sellerId: need(shops, key).id,
      kind: rest.kind,
      fromDay: day(rest.fromDay),
      untilDay: day(rest.fromDay + rest.days),
    },
  })
}

/** The demo broker acts for some makers; both have signed. */
async function loadMandate(
  { tx, people: loaded, sellers: shops, now }: LoadContext,
  seller: SellerSeed,
): Promise<void> {
  const broker = demoAccounts.find((account) => account.role === 'broker')
  if (!broker) throw new Error('the sample data has no broker')
  const signedAt = dayOfSeed(seller.joined, now)
  await tx.mandate.create({
    data: {
      sellerId: need(shops, seller.key).id,
      agentPersonId: need(loaded, broker.phone).personId,
      scope: ['list', 'orders', 'messages'],
      capBps: seller.brokerCapBps ?? 0,
      validFrom: dayOfSeed({ daysAgo: 60 }, now),
      validTo: dayOfSeed({ daysAgo: -300 }, now),
      consentMeans: 'code',
      signedByPrincipalAt: signedAt,
      signedByAgentAt: signedAt,
    },
  })
}

async function loadBankCard(
  { tx, people: loaded, sellers: shops, now }: LoadContext,
  seller: SellerSeed,
  index: number,
): Promise<void> {
  const id = crypto.randomUUID()
  const key = need(loaded, seller.owner)
  const number = exampleCardNumber(index + 1)
  const place = (column: string) => ({ table: 'BankAccount', column, row: id })
  await tx.bankAccount.create({
    data: {
      id,
      partyId: need(shops, seller.key).partyId,
      keyId: key.keyId,
      holderCipher: seal(
        key,
        seller.kind === 'individual' ? nameOf(seller.owner) : seller.name.zh,
        place('holderCipher'),
      ),
      numberCipher: seal(key, number, place('numberCipher')),
      last4: number.slice(-4),
      bankName: '示例农村信用社',
      usableFrom: dayOfSeed(seller.joined, now),
    },
  })
}

/** No register has given such a code: it is zeros, one figure for each shop behind them. */
function licenceOf({ kind, name, key }: SellerSeed) {
  if (kind === 'individual') return { isExempt: true }
  return { licenceName: `${name.zh}（示例）`, licenceCode: sampleCode(key) }
}

function sampleCode(key: string): string {
  const at = sellers.findIndex((one) => one.key === key)
  return `00620100000000${String(at).padStart(4, '0')}`
}
