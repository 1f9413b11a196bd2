import { blindIndex, seal } from '~/platform/secrets/envelope.server'
import { hashPassword } from '~/platform/secrets/password.server'
import { randomToken, tokenHash } from '~/platform/secrets/token.server'
import { before, type LoadContext, need } from './load-context'

/** Two makers of one county who sign in by their own phones. */
const makers = [
  { key: 'lixia', phone: '13800000151' },
  { key: 'guyu', phone: '13800000152' },
] as const
const coordinator = '13800000103'

/** A tablet in a village that makers share, with the tile of one of them. Its secret is thrown away: it is seen at the desk, and opened by nobody. */
export async function loadPoints(context: LoadContext): Promise<void> {
  const { tx, sellers, users, now } = context
  const ids = []
  for (const maker of makers) ids.push(await loadMaker(context, maker))
  const { id: sellerId, regionId } = need(sellers, makers[0].key)
  const point = await tx.servicePoint.create({
    data: {
      tokenHash: tokenHash(randomToken(32)),
      name: '村委会平板',
      regionId,
      openedById: need(users, coordinator),
      openedAt: before(now, 12),
    },
    select: { id: true },
  })
  const [userId] = ids
  if (userId === undefined) return
  const pinHash = await hashPassword(randomToken(16))
  await tx.pointMember.create({ data: { pointId: point.id, userId, sellerId, pinHash } })
}

async function loadMaker(
  { tx, people }: LoadContext,
  { key, phone }: (typeof makers)[number],
): Promise<string> {
  const person = need(people, key)
  const { personId } = person
  await tx.personSecret.create({
    data: {
      personId,
      field: 'phone',
      keyId: person.keyId,
      cipher: seal(person, phone, { table: 'PersonSecret', column: 'phone', row: personId }),
      blindIndex: blindIndex('phone', phone),
    },
  })
  const user = await tx.user.upsert({
    where: { personId },
    update: {},
    create: { personId },
    select: { id: true },
  })
  await tx.userRole.create({ data: { userId: user.id, role: 'artisan', validFrom: new Date('2024-01-01') } })
  return user.id
}
