import { type StartedSession, startSession } from '~/modules/auth/start-session.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { isPassword } from '~/platform/secrets/password.server'
import { holdPoint } from './hold-point.server'
import { mostTries } from './most-tries'

type Entry = {
  pointId: string
  /** whose tile */
  memberId: string
  pin: string
  oldToken: string | null
  device: string | null
}

/**
 * Opens her studio by her PIN on this device. The try is counted and committed before the comparison, so that of any number of guesses at the same time five are looked at; then, and until
 * she has come with a code from her phone, no PIN is (422). Refuses a wrong one beside its field with how many are left, and a device that was revoked.
 */
export async function enterPin({ pointId, memberId, pin, oldToken, device }: Entry): Promise<StartedSession> {
  const tried = await countTry({ pointId, memberId })
  if (tried === null) throw new Refusal('point.pinLocked', 422, { tries: mostTries }, 'pin')
  if (!(await isPassword(tried.pinHash, pin))) {
    const left = mostTries - tried.tries
    if (left === 0) throw new Refusal('point.pinLocked', 422, { tries: mostTries }, 'pin')
    throw new Refusal('point.pinWrong', 422, { left }, 'pin')
  }
  return inScope({ job: 'sign_in' }, async (tx) => {
    await holdPoint(tx, pointId)
    // a tile that was taken away, or a PIN that was changed meanwhile, opens nothing
    const { count } = await tx.pointMember.updateMany({
      where: { id: memberId, pinHash: tried.pinHash },
      data: { tries: 0 },
    })
    if (count === 0) throw notFound()
    return startSession(tx, { userId: tried.userId, oldToken, device, pointId })
  })
}

/** Committed before anything is compared; null when none is left. A tile of another device is not found. */
function countTry({ pointId, memberId }: Pick<Entry, 'pointId' | 'memberId'>) {
  return inScope({ job: 'sign_in' }, async (tx) => {
    const [tried] = await tx.$queryRaw<{ userId: string; pinHash: string; tries: number }[]>`
      UPDATE "PointMember" m SET tries = tries + 1 FROM "User" u
      WHERE m.id = ${memberId}::uuid AND m."pointId" = ${pointId}::uuid AND m.tries < ${mostTries}::int
        AND u.id = m."userId" AND u."disabledAt" IS NULL
      RETURNING m."userId"::text, m."pinHash", m.tries`
    if (!tried && (await tx.pointMember.count({ where: { id: memberId, pointId } })) === 0) throw notFound()
    return tried ?? null
  })
}
