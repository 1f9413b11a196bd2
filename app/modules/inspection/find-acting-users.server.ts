import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'

/** staff of a city with its counties and towns */
const mostStaff = 500
const mostFound = 100

/** The users whose name contains the words: staff wherever they sit, and everybody whom the caller's scope reaches. */
export async function findActingUsers(tx: Tx, words: string): Promise<string[]> {
  const staff = await withinScope(tx, { job: 'sign_in' }, () =>
    tx.user.findMany({
      where: { roles: { some: { role: { in: ['coordinator', 'finance', 'admin', 'broker'] } } } },
      select: { id: true },
      take: mostStaff,
    }),
  )
  const names = await findStaffNames(
    tx,
    staff.map(({ id }) => id),
  )
  const within = await tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM "Person" p JOIN "User" u ON u."personId" = p.id WHERE position(${words} in p.name) > 0 ORDER BY u.id LIMIT ${mostFound}`
  const found = [...names].filter(([, name]) => name.includes(words)).map(([id]) => id)
  return [...new Set([...found, ...within.map(({ id }) => id)])]
}
