import { beforeAll, expect, it } from 'vitest'
import { hashPassword, isPassword } from '~/platform/secrets/password.server'
import { tokenHash } from '~/platform/secrets/token.server'
import { owner, passSeconds } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, buildPerson } from '../../../tests/fixtures/world'
import { changePassword } from './change-password.server'
import { findSecurity } from './find-security.server'
import { renewRecoveryCodes } from './renew-recovery-codes.server'

const current = '现在的一个长密码'
const password = '另外的一个长密码'

beforeAll(buildGround)

/** Somebody of finance with a second factor, signed in here with a fresh proof, and elsewhere. */
async function buildStaff() {
  const person = await buildPerson({ village: null })
  const actor = await buildActor({ role: 'finance', person })
  await owner.secondFactor.create({
    data: {
      userId: actor.userId,
      passwordHash: await hashPassword(current),
      keyId: person.key.keyId,
      secretCipher: new Uint8Array([1]),
      confirmedAt: new Date(),
    },
  })
  const [here, elsewhere] = [`here ${actor.userId}`, `elsewhere ${actor.userId}`]
  await owner.$executeRaw`
    INSERT INTO "Session" (id, "userId", "tokenHash", "expiresAt", "provedAt") VALUES
      (gen_random_uuid(), ${actor.userId}::uuid, ${tokenHash(here)}, app_now() + interval '1 hour', app_now()),
      (gen_random_uuid(), ${actor.userId}::uuid, ${tokenHash(elsewhere)}, app_now() + interval '1 hour', NULL)`
  return { actor, token: here }
}

it('takes the place of the one she knows, once, and signs her out elsewhere', async () => {
  const { actor, token } = await buildStaff()
  const change = (input: { current: string; password: string }) =>
    changePassword({ actor, token, address: '10.8.0.1', ...input })
  await expect(change({ current: '不是这一个密码', password })).rejects.toMatchObject({
    key: 'factors.currentWrong',
    field: 'current',
  })
  await expect(change({ current, password: current })).rejects.toMatchObject({ key: 'factors.passwordSame' })
  const both = await Promise.allSettled([change({ current, password }), change({ current, password })])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const { passwordHash } = await owner.secondFactor.findUniqueOrThrow({ where: { userId: actor.userId } })
  expect(await isPassword(passwordHash, password)).toBe(true)
  const open = await owner.session.findMany({ where: { userId: actor.userId, revokedAt: null } })
  expect(open).toHaveLength(1)
  expect(
    await owner.auditEvent.count({ where: { subjectId: actor.userId, action: 'factor.password_changed' } }),
  ).toBe(1)
})

it('is changed by nobody without a fresh proof, not in the database either', async () => {
  const { actor, token } = await buildStaff()
  await passSeconds(301)
  await expect(changePassword({ actor, token, address: null, current, password })).rejects.toThrow(
    /is confirmed/,
  )
  await expect(
    owner.secondFactor.update({
      where: { userId: actor.userId },
      data: { secretCipher: new Uint8Array([2]) },
    }),
  ).rejects.toThrow(/is confirmed/)
  const nobody = await buildActor({ role: 'finance' })
  await expect(findSecurity({ actor: nobody })).rejects.toMatchObject({ status: 404 })
})

it('recovery codes are replaced, all at once', async () => {
  const { actor } = await buildStaff()
  const first = await renewRecoveryCodes({ actor })
  expect(first).toHaveLength(10)
  const second = await renewRecoveryCodes({ actor })
  expect(second.filter((code) => first.includes(code))).toEqual([])
  expect(await findSecurity({ actor })).toEqual({ codesLeft: 10 })
})
