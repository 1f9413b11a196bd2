import { sealCadrePhone } from '~/modules/households/cadre-phone.server'
import { blindIndex, createDataKey, seal } from '~/platform/secrets/envelope.server'
import { demoAccounts } from '../accounts'
import { cadres, householdFacts } from '../data/household-facts'
import { households } from '../data/households'
import { people } from '../data/people'
import { sellers } from '../data/sellers'
import type { DemoAccount, HouseholdSeed } from '../data/types'
import { dayOfSeed } from './dates'
import { exampleIdNumber } from './example-numbers'
import { type LoadContext, need } from './load-context'

/** Everybody in the sample data: persons with sealed numbers, the demo accounts with their roles, households with their histories. */
export async function loadPeople(context: LoadContext): Promise<void> {
  const homes = homesOfPeople()
  for (const [index, { key, name, birthYear }] of people.entries()) {
    const village = homes.get(key)
    await createPerson(context, key, {
      name: name.zh,
      birthYear,
      regionId: village ? need(context.regions, village) : null,
    })
    await sealSecret(context, key, 'id_number', exampleIdNumber(birthYear, index))
  }
  for (const account of demoAccounts) await loadAccount(context, account)
  await loadHouseholds(context)
}

/** Where each person lives: her shop's village, else her household's. */
function homesOfPeople(): Map<string, string> {
  const homes = new Map<string, string>()
  for (const { members, villageCode } of households)
    for (const { person } of members) homes.set(person, villageCode)
  for (const { owner, villageCode } of sellers) homes.set(owner, villageCode)
  return homes
}

async function createPerson(
  { tx, people: loaded }: LoadContext,
  key: string,
  data: { name: string; birthYear?: number; regionId: string | null },
): Promise<void> {
  const { keyId, secret } = await createDataKey(tx)
  const { id } = await tx.person.create({
    data: { ...data, birthYear: data.birthYear ?? null, dataKeyId: keyId },
  })
  loaded.set(key, { personId: id, keyId, secret })
}

async function sealSecret(
  { tx, people: loaded }: LoadContext,
  key: string,
  field: 'phone' | 'id_number',
  value: string,
): Promise<void> {
  const person = need(loaded, key)
  await tx.personSecret.create({
    data: {
      personId: person.personId,
      field,
      keyId: person.keyId,
      cipher: seal(person, value, { table: 'PersonSecret', column: field, row: person.personId }),
      blindIndex: blindIndex(field, value),
    },
  })
}

/** A demo account: an artisan's belongs to the owner of her shop, everybody else's to a person of its own. */
async function loadAccount(context: LoadContext, account: DemoAccount): Promise<void> {
  const { tx, users } = context
  const shop = account.sellerKey ? sellers.find((seller) => seller.key === account.sellerKey) : undefined
  const key = account.role === 'artisan' && shop ? shop.owner : account.phone
  const regionId = account.regionCode ? need(context.regions, account.regionCode) : null
  if (!context.people.has(key)) await createPerson(context, key, { name: account.name.zh, regionId: null })
  await sealSecret(context, key, 'phone', account.phone)
  const user = await tx.user.create({ data: { personId: need(context.people, key).personId } })
  users.set(account.phone, user.id)
  await tx.userRole.create({
    data: {
      userId: user.id,
      role: account.role,
      regionId: account.role === 'coordinator' ? regionId : null,
      validFrom: new Date('2024-01-01'),
    },
  })
}

async function loadHouseholds(context: LoadContext): Promise<void> {
  const { tx, now } = context
  for (const household of households) {
    const id = crypto.randomUUID()
    context.households.set(household.key, id)
    await tx.household.create({
      data: {
        id,
        code: household.code,
        regionId: need(context.regions, household.villageCode),
        sourceDocument: '示例登记册',
        enteredById: coordinatorOf(context, household.villageCode),
        statuses: {
          create: household.statuses.map(({ category, from, to }) => ({
            termId: need(context.terms, category),
            validFrom: dayOfSeed(from, now),
            validTo: to === undefined ? null : dayOfSeed(to, now),
            source: '示例登记册',
            enteredById: coordinatorOf(context, household.villageCode),
          })),
        },
      },
    })
  }
  await loadFacts(context)
  for (const household of households) {
    for (const member of household.members) {
      const verified = member.verifiedOn !== undefined
      await tx.householdMember.create({
        data: {
          personId: need(context.people, member.person).personId,
          householdId: need(context.households, household.key),
          relation: member.relation,
          validFrom: dayOfSeed(member.from, now),
          validTo: member.to === undefined ? null : dayOfSeed(member.to, now),
          evidence: '示例登记册',
          ...(verified
            ? {
                verifiedAt: dayOfSeed(member.verifiedOn ?? '', now),
                verifiedById: coordinatorOf(context, household.villageCode),
              }
            : {}),
        },
      })
    }
  }
}

async function loadFacts(context: LoadContext): Promise<void> {
  const terms = await context.tx.codeTerm.findMany({ where: { list: 'poverty_cause' } })
  const causes = new Map(terms.map(({ code, id }) => [code, id]))
  for (const household of households) {
    const facts = householdFacts[household.key]
    if (!facts) continue
    const [mainCauseId, ...otherCauseIds] = facts.causes.map((code) => need(causes, code))
    const { name, office, phone } = cadres[facts.cadre]
    const id = crypto.randomUUID()
    const sealed = phone === null ? {} : sealCadrePhone(await createDataKey(context.tx), id, phone)
    await context.tx.householdFacts.create({
      data: {
        ...{ id, ...sealed },
        householdId: need(context.households, household.key),
        people: household.members.length,
        workers: facts.workers,
        mainCauseId: mainCauseId ?? null,
        otherCauseIds: otherCauseIds.sort(),
        identifiedIn: yearOf(household, 'registered'),
        liftedIn: yearOf(household, 'lifted'),
        cadreName: name,
        cadreOffice: office,
        document: '示例登记册',
        enteredById: coordinatorOf(context, household.villageCode),
      },
    })
  }
}

/** The year in which a household was given a status; of one whose day is counted back from today, and of one that it never had, none. */
function yearOf({ statuses }: HouseholdSeed, wanted: 'registered' | 'lifted'): number | null {
  const from = statuses.find(({ category }) => category === wanted)?.from
  return typeof from === 'string' ? Number(from.slice(0, 4)) : null
}

/** The demo coordinator who looks after a village: her county's, else the city's. */
export function coordinatorOf({ users }: LoadContext, villageCode: string): string {
  const county = villageCode.slice(0, 6)
  const own = demoAccounts.find((account) => account.role === 'coordinator' && account.regionCode === county)
  const city = demoAccounts.find((account) => account.role === 'coordinator' && account.regionCode === '6201')
  const account = own ?? city
  if (!account) throw new Error('the sample data has no coordinator')
  return need(users, account.phone)
}
