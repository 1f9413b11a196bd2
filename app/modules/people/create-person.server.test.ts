import { describe, expect, it } from 'vitest'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { createPerson } from './create-person.server'
import { findMaskedPhone } from './find-masked-phone.server'
import { findPersonByPhone } from './find-person-by-phone.server'
import { readSecret } from './read-secret.server'
import { secretIndex } from './secret-index.server'

const signIn = { job: 'sign_in' } as const

/** Two villages below one county, and a third elsewhere. */
async function plantRegions() {
  const [county] = await prisma.$queryRaw<{ id: string }[]>`
    INSERT INTO "Region" (id, code, level, "nameZh") VALUES (gen_random_uuid(), ${`9${Math.trunc(Math.random() * 1e9)}`}, 'county', '甲县') RETURNING id::text`
  const [village] = await prisma.$queryRaw<{ id: string }[]>`
    INSERT INTO "Region" (id, code, level, "nameZh", "parentId")
    VALUES (gen_random_uuid(), ${`8${Math.trunc(Math.random() * 1e9)}`}, 'village', '甲村', ${county?.id}::uuid) RETURNING id::text`
  const paths = await prisma.$queryRaw<{ id: string; path: string }[]>`
    SELECT id::text, path::text FROM "Region" WHERE id IN (${county?.id}::uuid, ${village?.id}::uuid)`
  const pathOf = (id: string | undefined) => paths.find((one) => one.id === id)?.path ?? ''
  return { villageId: village?.id ?? '', village: pathOf(village?.id), county: pathOf(county?.id) }
}

describe('createPerson', () => {
  it('seals the phone and finds her by any spelling of it', async () => {
    const { id } = await inScope(signIn, (tx) => createPerson(tx, { phone: '13800002001' }))
    const found = await inScope(signIn, (tx) => findPersonByPhone(tx, '+86 138-0000-2001'))
    expect(found).toEqual({ id })
    expect(await inScope(signIn, (tx) => findPersonByPhone(tx, '13800002002'))).toBeNull()
    const [stored] = await inScope(signIn, (tx) =>
      tx.personSecret.findMany({ where: { personId: id }, select: { cipher: true, blindIndex: true } }),
    )
    const bytes = Buffer.concat([stored?.cipher ?? Buffer.alloc(0), stored?.blindIndex ?? Buffer.alloc(0)])
    expect(bytes.length).toBeGreaterThan(60)
    expect(bytes.includes('13800002001')).toBe(false)
  })

  it('opens for herself, and for nobody without a scope', async () => {
    const { id } = await inScope(signIn, (tx) => createPerson(tx, { phone: '13800002003' }))
    const { id: other } = await inScope(signIn, (tx) => createPerson(tx, { phone: '13800002004' }))
    const read = { personId: id, field: 'phone' } as const
    expect(await inScope({ person: id }, (tx) => readSecret(tx, read))).toBe('13800002003')
    expect(await inScope({ person: id }, (tx) => findMaskedPhone(tx, id))).toBe('138****2003')
    expect(await inScope({ person: other }, (tx) => readSecret(tx, read))).toBeNull()
    expect(await inScope({ person: other }, (tx) => findMaskedPhone(tx, id))).toBeNull()
    expect(await prisma.$transaction((tx) => readSecret(tx, read))).toBeNull()
  })

  it('does not open a cipher that was moved to somebody else', async () => {
    const { id: from } = await inScope(signIn, (tx) => createPerson(tx, { phone: '13800002005' }))
    const { id: to } = await inScope(signIn, (tx) => createPerson(tx, { phone: '13800002006' }))
    await inScope(signIn, async (tx) => {
      const moved = await tx.personSecret.findUniqueOrThrow({
        where: { personId_field: { personId: from, field: 'phone' } },
      })
      await tx.personSecret.update({
        where: { personId_field: { personId: to, field: 'phone' } },
        data: { cipher: moved.cipher, keyId: moved.keyId },
      })
    })
    await expect(inScope(signIn, (tx) => readSecret(tx, { personId: to, field: 'phone' }))).rejects.toThrow()
  })

  it('refuses a number that is taken, also when twenty ask at once', async () => {
    const asked = await Promise.allSettled(
      Array.from({ length: 20 }, () => inScope(signIn, (tx) => createPerson(tx, { phone: '13800002007' }))),
    )
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of asked) {
      if (one.status === 'rejected')
        expect(one.reason).toMatchObject({ key: 'account.phoneTaken', field: 'phone' })
    }
    const rows = await inScope(signIn, (tx) =>
      tx.personSecret.count({ where: { blindIndex: secretIndex('phone', '13800002007') } }),
    )
    expect(rows).toBe(1)
  })

  it('is done by a coordinator inside her region, also for somebody without a phone', async () => {
    const place = await plantRegions()
    const { id } = await inScope({ region: place.county }, (tx) =>
      createPerson(tx, { phone: null, name: '示例甲', regionId: place.villageId, birthYear: 1980 }),
    )
    const seen = await inScope({ region: place.village }, (tx) => tx.person.findUnique({ where: { id } }))
    expect(seen).toMatchObject({ name: '示例甲', birthYear: 1980 })
    expect(await inScope({ region: place.village }, (tx) => findMaskedPhone(tx, id))).toBeNull()
  })

  it('is refused by the database outside the region, and learns of a number taken elsewhere', async () => {
    const here = await plantRegions()
    const elsewhere = await plantRegions()
    await expect(
      inScope({ region: elsewhere.county }, (tx) =>
        createPerson(tx, { phone: '13800002008', regionId: here.villageId }),
      ),
    ).rejects.toThrow(/row-level security/)
    await inScope({ region: here.county }, (tx) =>
      createPerson(tx, { phone: '13800002008', regionId: here.villageId }),
    )
    await expect(
      inScope({ region: elsewhere.county }, (tx) =>
        createPerson(tx, { phone: '13800002008', regionId: elsewhere.villageId }),
      ),
    ).rejects.toMatchObject({ key: 'account.phoneTaken' })
  })
})
