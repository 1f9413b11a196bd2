import { beforeAll, describe, expect, it } from 'vitest'
import { findOrCreateUser } from '~/modules/auth/find-or-create-user.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { hashPassword } from '~/platform/secrets/password.server'
import { owner } from '../../../tests/fixtures/owner'
import { statementsOf } from '../../../tests/fixtures/statements'
import { buildGround } from '../../../tests/fixtures/world'
import { provePassword } from './prove-password.server'

/** Whoever tries a password learns of no number whether it is somebody's of staff (reliability check 57). */

const password = '只有她想得到的一句话'
const [staff, buyer, nobody] = ['13900007201', '13900007202', '13900007203']

beforeAll(async () => {
  await buildGround()
  const { id: userId } = await inScope({ job: 'sign_in' }, (tx) => findOrCreateUser(tx, staff))
  await inScope({ job: 'sign_in' }, (tx) => findOrCreateUser(tx, buyer))
  const { person } = await owner.user.findUniqueOrThrow({ where: { id: userId }, include: { person: true } })
  await owner.secondFactor.create({
    data: {
      userId,
      passwordHash: await hashPassword(password),
      keyId: person.dataKeyId,
      secretCipher: new Uint8Array([1]),
      confirmedAt: new Date(),
    },
  })
})

/** How she is refused, with the seconds that she is told to wait. */
async function refused(phone: string, address: string): Promise<string> {
  const thrown: unknown = await provePassword({ phone, password: '不是她的密码啊啊啊', address }).catch(
    (error: unknown) => error,
  )
  if (!(thrown instanceof Refusal)) throw thrown
  return `${thrown.status} ${thrown.key} ${thrown.retryAfterSeconds}`
}

describe('a wrong password', () => {
  it('asks the database for as much at a number of staff, of a buyer and of nobody', async () => {
    const asked = async (phone: string) => {
      await refused(phone, '10.9.1.1')
      return (await statementsOf(() => refused(phone, '10.9.1.1'))).map(({ text }) => text)
    }
    const known = await asked(staff)
    expect(known.length).toBeGreaterThan(2)
    for (const phone of [buyer, nobody]) expect(await asked(phone)).toEqual(known)
  })

  it('is slowed down alike at each of them, and the right one lets in nobody but her', async () => {
    const answers = async (phone: string, at: number) => {
      const said: string[] = []
      for (let turn = 0; turn < 13; turn += 1) said.push(await refused(phone, `10.9.2.${at}`))
      return said
    }
    const known = await answers(staff, 1)
    expect(new Set(known.map((one) => one.split(' ')[0]))).toEqual(new Set(['422', '429']))
    for (const [at, phone] of [buyer, nobody].entries()) expect(await answers(phone, at + 2)).toEqual(known)
    const prove = (phone: string) => provePassword({ phone, password, address: '10.9.3.1' })
    expect(await prove(staff)).toMatchObject({ userId: expect.any(String) })
    for (const phone of [buyer, nobody]) await expect(prove(phone)).rejects.toMatchObject({ status: 422 })
  })

  it('is forgotten with the second factor', async () => {
    const { id: factorId } = await owner.secondFactor.findFirstOrThrow()
    expect(await owner.passwordTry.count({ where: { factorId } })).toBeGreaterThan(0)
    await owner.secondFactor.deleteMany()
    expect(await owner.passwordTry.count({ where: { factorId } })).toBe(0)
  })
})
