import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { addDays, type Day, dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, buildHousehold } from '../../../tests/fixtures/world'
import { addTerm } from './add-term.server'
import { endTerm } from './end-term.server'
import { findCodes, getTerm } from './find-codes.server'
import { mergeTerm } from './merge-term.server'
import { renameTerm } from './rename-term.server'

const list = 'household_status'
const reason = '国开办发〔示例〕1 号'
const keyOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => (error.field ? `${error.key} ${error.field}` : (error.key ?? String(error))),
  )

let admin: Actor
let second: Actor
let today: Day
let number = 0

beforeAll(async () => {
  await buildGround()
  admin = await buildActor({ role: 'admin' })
  second = await buildActor({ role: 'admin' })
})
beforeEach(async () => {
  today = dayOf(await appNow())
})

/** A status that has been in use since 2016. */
async function build(more: { validTo?: Day | null } = {}) {
  number += 1
  const words = { code: `s${number}`, nameZh: `身份${number}`, nameEn: `status ${number}` }
  await addTerm({ actor: admin, list, ...words, validFrom: '2016-01-01', validTo: null, reason, ...more })
  const { id } = await owner.codeTerm.findFirstOrThrow({ where: { list, code: words.code } })
  return { ...words, termId: id }
}

const auditOf = (subjectId: string) =>
  owner.auditEvent.findMany({
    where: { subjectId },
    orderBy: { id: 'asc' },
    select: { action: true, reason: true },
  })

describe('a code table', () => {
  it('takes a new term once, however many add it, with a reason that stays in the audit', async () => {
    const term = {
      list,
      code: 'twice',
      nameZh: '加两次',
      nameEn: 'added twice',
      validFrom: today,
      validTo: null,
    } as const
    const both = await Promise.all([admin, second].map((actor) => keyOf(addTerm({ actor, ...term, reason }))))
    expect(both.toSorted()).toEqual(['codes.codeTaken code', 'done'])
    const { id } = await owner.codeTerm.findFirstOrThrow({ where: { list, code: 'twice' } })
    expect(await auditOf(id)).toEqual([{ action: 'code.added', reason }])
    const other = { ...term, code: 'other' }
    expect(await keyOf(addTerm({ actor: admin, ...other, reason }))).toBe('codes.nameTaken nameZh')
    expect(await keyOf(addTerm({ actor: admin, ...other, nameZh: '别的', reason }))).toBe(
      'codes.nameTaken nameEn',
    )
    const ends = { ...other, nameZh: '别的', nameEn: 'other', validTo: today }
    expect(await keyOf(addTerm({ actor: admin, ...ends, reason }))).toBe('codes.endsFirst validTo')
  })

  it('is the whole shop’s: an administrator of a region changes nothing', async () => {
    const { termId } = await build()
    const local = await buildActor({ role: 'admin', region: '6201' })
    expect(await keyOf(renameTerm({ actor: local, termId, nameZh: '改', nameEn: 'x', reason }))).toBe(
      'codes.notHers',
    )
    expect(await keyOf(endTerm({ actor: local, termId, validTo: today, reason }))).toBe('codes.notHers')
    const offers = await Promise.all([local, admin].map((actor) => getTerm({ actor, termId })))
    expect(offers.map(({ isHers }) => isHers)).toEqual([false, true])
  })

  it('renames a term and leaves records of before their words', async () => {
    const { termId, nameZh, code } = await build()
    await renameTerm({ actor: admin, termId, nameZh: '新叫法', nameEn: 'new words', reason })
    await renameTerm({ actor: admin, termId, nameZh: '新叫法', nameEn: 'new words', reason })
    expect(await owner.codeTerm.findUniqueOrThrow({ where: { id: termId } })).toMatchObject({
      code,
      nameZh: '新叫法',
    })
    const words = (day: Day) =>
      owner.$queryRaw`SELECT zh, en FROM term_words(${termId}::uuid, ${toDateColumn(day)}::date)`
    expect(await words(addDays(today, -1))).toMatchObject([{ zh: nameZh }])
    expect(await words(today)).toEqual([{ zh: '新叫法', en: 'new words' }])
    expect((await auditOf(termId)).map(({ action }) => action)).toEqual(['code.added', 'code.renamed'])
    expect((await getTerm({ actor: admin, termId })).term).toMatchObject({ formerNames: [nameZh], uses: 0 })
    const [name] = await owner.codeTermName.findMany({ where: { termId } })
    await expect(owner.codeTermName.delete({ where: { id: name?.id ?? '' } })).rejects.toThrow(/append-only/)
  })

  it('ends no term that records still say, and takes an end back', async () => {
    const { termId, code } = await build()
    const { householdId } = await buildHousehold({ statusCode: code })
    const end = (validTo: Day | null) => keyOf(endTerm({ actor: admin, termId, validTo, reason }))
    expect(await end('2016-01-01')).toBe('codes.endsFirst validTo')
    expect(await end(today)).toBe('codes.inUse validTo')
    await expect(
      owner.codeTerm.update({ where: { id: termId }, data: { validTo: toDateColumn(today) } }),
    ).rejects.toThrow(/records say this term/)
    await owner.householdStatus.updateMany({
      where: { householdId },
      data: { validTo: toDateColumn('2020-01-01') },
    })
    expect([await end('2019-12-01'), await end('2020-01-01')]).toEqual(['codes.inUse validTo', 'done'])
    expect((await getTerm({ actor: admin, termId })).term.standing).toBe('ended')
    expect(await end(null)).toBe('done')
    expect(
      (await findCodes({ actor: admin })).tables[0]?.terms.find(({ id }) => id === termId)?.standing,
    ).toBe('in_use')
  })

  it('lets no status begin with a term that is not in use on that day', async () => {
    const { termId, code } = await build({ validTo: '2021-03-01' })
    const { householdId } = await buildHousehold()
    await owner.householdStatus.updateMany({
      where: { householdId },
      data: { validTo: toDateColumn('2020-01-01') },
    })
    const begin = (day: Day) =>
      keyOf(
        owner.householdStatus.create({
          data: {
            householdId,
            termId,
            validFrom: toDateColumn(day),
            validTo: toDateColumn('2022-01-01'),
            source: code,
          },
        }),
      )
    expect(await begin('2021-03-01')).toContain('no status of that day')
    expect(await begin('2021-02-28')).toBe('done')
    const kind = await owner.codeTerm.findFirstOrThrow({ where: { list: 'assistance_kind' } })
    const wrong = { householdId, termId: kind.id, validFrom: toDateColumn('2023-01-01'), source: 'x' }
    await expect(owner.householdStatus.create({ data: wrong })).rejects.toThrow(/no status of that day/)
  })

  it('merges a term once: records keep it, and count as the other from today on', async () => {
    const [one, two, three] = [await build(), await build(), await build()]
    await buildHousehold({ statusCode: one.code })
    const merge = (actor: Actor, termId: string, into: string) =>
      keyOf(mergeTerm({ actor, termId, into, reason }))
    expect(await merge(admin, one.termId, one.termId)).toBe('codes.badTarget into')
    const kind = await owner.codeTerm.findFirstOrThrow({ where: { list: 'assistance_kind' } })
    expect(await merge(admin, one.termId, kind.id)).toBe('codes.badTarget into')
    const both = await Promise.all([
      merge(admin, one.termId, two.termId),
      merge(second, one.termId, three.termId),
    ])
    expect(both.toSorted()).toEqual(['codes.mergedAlready', 'done'])
    const [into] = both[0] === 'done' ? [two] : [three]
    expect(await merge(admin, two.termId, one.termId)).toBe('codes.badTarget into')
    const counted = (day: Day) =>
      owner.$queryRaw<
        { id: string }[]
      >`SELECT term_counted(${one.termId}::uuid, ${toDateColumn(day)}::date)::text AS id`
    expect(await counted(addDays(today, -1))).toEqual([{ id: one.termId }])
    expect(await counted(today)).toEqual([{ id: into.termId }])
    expect((await getTerm({ actor: admin, termId: one.termId })).term).toMatchObject({
      ...{ standing: 'merged', uses: 1, validTo: today, mergedInto: { id: into.termId } },
    })
    expect(
      await keyOf(endTerm({ actor: admin, termId: into.termId, validTo: addDays(today, 1), reason })),
    ).toBe('codes.inUse validTo')
    for (const refused of [
      () => renameTerm({ actor: admin, termId: one.termId, nameZh: '改', nameEn: 'x', reason }),
      () => endTerm({ actor: admin, termId: one.termId, validTo: null, reason }),
    ])
      expect(await keyOf(refused())).toBe('codes.mergedAlready')
    await expect(
      owner.codeTerm.update({ where: { id: one.termId }, data: { mergedIntoId: null, mergedOn: null } }),
    ).rejects.toThrow(/stays merged/)
    await passDays(1)
    today = dayOf(await appNow())
    expect(await merge(admin, into.termId, (into === two ? three : two).termId)).toBe('done')
    const targets = (await getTerm({ actor: admin, termId: one.termId })).targets.map(({ id }) => id)
    expect(targets).not.toContain(into.termId)
  })

  it('of two that are merged into each other at one moment keeps one', async () => {
    const [one, two] = [await build(), await build()]
    const pairs = [
      { termId: one.termId, into: two.termId },
      { termId: two.termId, into: one.termId },
    ]
    const both = await Promise.all(pairs.map((pair) => keyOf(mergeTerm({ actor: admin, ...pair, reason }))))
    expect(both.toSorted()).toEqual(['codes.badTarget into', 'done'])
  })

  it('of an end and a record at one moment keeps one', async () => {
    const { termId } = await build()
    const { householdId } = await buildHousehold()
    await owner.householdStatus.updateMany({
      where: { householdId },
      data: { validTo: toDateColumn('2020-01-01') },
    })
    const county = await buildActor({ role: 'coordinator', region: '620123' })
    const [ended, written] = await Promise.all([
      keyOf(endTerm({ actor: admin, termId, validTo: today, reason })),
      keyOf(
        inScope(county, (tx) =>
          tx.householdStatus.createMany({
            data: [{ householdId, termId, validFrom: toDateColumn(today), source: 'x' }],
          }),
        ),
      ),
    ])
    expect([ended, written].filter((one) => one === 'done')).toHaveLength(1)
  })
})
