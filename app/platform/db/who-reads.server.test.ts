import { beforeAll, describe, expect, inject, it } from 'vitest'
import { urlOf } from '../../../scripts/database/roles'
import { city, countyOf, idOf, plantWalledRows, type Side, sidesSeen } from '../../../tests/setup/walled-rows'
import { inScope, type Scope, type ScopeJob } from './in-scope.server'
import { prisma, type Tx } from './prisma.server'

const jobs = Object.keys({
  sign_in: true,
  checkout: true,
  order_access: true,
  income: true,
  payout: true,
  audit: true,
  report: true,
  message: true,
  joining: true,
  mandate: true,
  sweep: true,
  visit: true,
  notice: true,
  files: true,
  listing: true,
} satisfies Record<ScopeJob, true>) as ScopeJob[]

/** Who stands on each side: her maker, a neighbour who makes another part of the same order, its buyer, two who act for the maker, two bases that received a part each, who helps her, and a coordinator who sits there. */
const people = [
  'maker',
  'neighbour',
  'buyer',
  'agent',
  'lister',
  'base',
  'otherBase',
  'helper',
  'coordinator',
]

/** Of each walled table whose rows it is planted with: the people, the desk (the county) and the jobs that read it; everybody else reads nothing. */
const readers: Record<string, string> = {
  Visitor: 'buyer visit sweep',
  Favourite: 'buyer visit',
  Follow: 'buyer visit',
  Question: 'maker buyer agent desk visit',
  Agreement: 'buyer sign_in',
  PhoneNotice: 'notice',
  SellerRenewal: 'maker agent lister desk joining',
  ReviewPhrase: 'maker coordinator',
  Skill: 'maker desk',
  LineMaker: 'maker desk checkout income',
  Attachment: 'files payout',
  DisputeEvidence: 'payout',
  BankStatementLine: 'payout',
  Succession: 'payout sign_in',
  OrderWords: 'maker neighbour buyer agent base otherBase desk checkout order_access payout',
  CancelWords: 'maker buyer agent desk order_access payout',
  TransferSlip: 'order_access payout',
  Mandate: 'maker lister desk mandate checkout',
  Act: 'maker agent notice sweep',
  ActUndo: 'maker agent notice sweep',
  ServicePoint: 'maker coordinator desk sign_in',
  PointMember: 'maker sign_in',
  PayoutLine: 'maker desk payout income',
  ConnectAccount: 'maker desk payout',
  SellerPerson: 'maker helper desk sign_in checkout payout income joining',
  UserRole: 'coordinator desk sign_in audit',
  LineAnswers: 'maker buyer agent base desk checkout order_access payout',
}
const tables = Object.keys(readers)

const seen = (tx: Tx, table: string) =>
  sidesSeen(table, (statement) => tx.$queryRawUnsafe<{ key: string }[]>(statement))
const seenBy = (scope: Scope, table: string) => inScope(scope, (tx) => seen(tx, table))

beforeAll(async () => {
  const database = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1)
  await plantWalledRows(urlOf(inject('testDatabaseServer').superuserUrl, database))
})

describe.each(tables)('%s', (table) => {
  const may = readers[table]?.split(' ') ?? []

  it.each<Side>(['a', 'b'])('is read on side %s by those alone whose it is', async (side) => {
    const found: string[] = []
    for (const noun of people) {
      const sight = await seenBy({ person: idOf(side, noun) }, table)
      if (sight !== '') found.push(sight === side ? noun : `${noun}: ${sight}`)
    }
    const desk = await seenBy({ region: countyOf[side] }, table)
    if (desk !== '') found.push(desk === side ? 'desk' : `desk: ${desk}`)
    expect(found.sort()).toEqual(may.filter((who) => who === 'desk' || people.includes(who)).sort())
  })

  it('is read by the desk above as far as by those below, by the jobs that need it, and by nobody else', async () => {
    expect(await seenBy({ region: city }, table)).toBe(may.includes('desk') ? 'ab' : '')
    expect(await seenBy({ region: '62.6201.62012' }, table)).toBe('')
    expect(await seenBy({ person: '00000000-0000-7000-8000-00000000fffe' }, table)).toBe('')
    for (const job of jobs)
      expect([job, await seenBy({ job }, table)]).toEqual([job, may.includes(job) ? 'ab' : ''])
  })
})

describe('without a scope', () => {
  it('nothing of any of them is shown, nor afterwards on connections that showed it', async () => {
    for (const table of tables) {
      for (const who of (readers[table] ?? '').split(' ').filter(Boolean)) {
        const job = jobs.find((one) => one === who)
        const person = { person: idOf('a', who) }
        const scope = job ? { job } : who === 'desk' ? { region: countyOf.a } : person
        expect([table, who, await seenBy(scope, table)]).toEqual([table, who, job ? 'ab' : 'a'])
        expect([table, who, await seen(prisma, table)]).toEqual([table, who, ''])
      }
    }
    const sights = await Promise.all(tables.map((table) => prisma.$transaction((tx) => seen(tx, table))))
    expect(sights.join('')).toBe('')
  })
})
