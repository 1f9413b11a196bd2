import { findPersonByPhone } from '~/modules/people/find-person-by-phone.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { hashPassword, isPassword } from '~/platform/secrets/password.server'
import { settlePasswordTry, takePasswordTry } from './take-password-try.server'

/**
 * Whether this is the password of the number's second factor; answers which one it is. One message for a wrong password, a number that nobody has and one without a second factor, after
 * the same work. Refuses what takePasswordTry refuses.
 */
export async function provePassword({
  phone,
  password,
  address,
}: {
  /** eleven digits */
  phone: string
  password: string
  /** where it comes from; null when it has none */
  address: string | null
}): Promise<{ factorId: string; userId: string }> {
  const factorId = await findFactorOf(phone)
  if (factorId) await takePasswordTry({ factorId, address })
  const factor =
    factorId &&
    (await inScope({ job: 'sign_in' }, (tx) =>
      tx.secondFactor.findFirst({
        where: { id: factorId, confirmedAt: { not: null } },
        select: { id: true, userId: true, passwordHash: true },
      }),
    ))
  const isRight = factor ? await isPassword(factor.passwordHash, password) : await workInVain(password)
  if (!factor || !isRight) throw new Refusal('factors.passwordWrong', 422, {}, 'password')
  await settlePasswordTry({ factorId: factor.id, address })
  return { factorId: factor.id, userId: factor.userId }
}

function findFactorOf(phone: string): Promise<string | null> {
  return inScope({ job: 'sign_in' }, async (tx) => {
    const person = await findPersonByPhone(tx, phone)
    if (!person) return null
    const factor = await tx.secondFactor.findFirst({
      where: { user: { personId: person.id, disabledAt: null } },
      select: { id: true },
    })
    return factor?.id ?? null
  })
}

/** As long as a comparison takes: how long an answer takes says nothing about a number. */
async function workInVain(password: string): Promise<false> {
  await hashPassword(password)
  return false
}
