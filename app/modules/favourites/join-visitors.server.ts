import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { randomToken, tokenHash } from '~/platform/secrets/token.server'
import type { VisitorProof } from './visitor-cookie.server'

/** `token` belongs into the cookie; null for an account, which needs none. */
export type LockedVisitor = { id: string; token: string | null }

/** At sign-in: what her browser kept becomes her account's, so that she finds it on every device. Without anything kept nothing is done. */
export async function joinVisitors({
  userId,
  tokens,
}: {
  userId: string
  tokens: readonly string[]
}): Promise<void> {
  if (tokens.length === 0) return
  await inScope({ job: 'visit' }, (tx) => lockVisitor(tx, { userId, tokens }))
}

/**
 * The one visitor of a request that changes something, locked, so that two tabs come one after the other; made when there is none. All that the proofs open
 * becomes one: the account's, or else the oldest; the others are then no more. What two of them kept stays as it was kept first.
 * Locks in the order of ids, the account's own row first where it is new: nobody waits in a circle.
 * In the scope of the job `visit`.
 */
export async function lockVisitor(tx: Tx, { userId, tokens }: VisitorProof): Promise<LockedVisitor> {
  const byHash = new Map(tokens.map((token) => [Buffer.from(tokenHash(token)).toString('hex'), token]))
  if (userId !== null)
    await tx.$executeRaw`
      INSERT INTO "Visitor" (id, "userId") VALUES (gen_random_uuid(), ${userId}::uuid) ON CONFLICT ("userId") DO NOTHING`
  const found = await tx.$queryRaw<{ id: string; hash: string | null }[]>`
    SELECT id::text, encode("tokenHash", 'hex') AS hash FROM "Visitor" WHERE "userId" = ${userId}::uuid
      OR "tokenHash" IN (SELECT decode(hash, 'hex') FROM unnest(${[...byHash.keys()]}::text[]) AS hash) ORDER BY id FOR UPDATE`
  const visitor = found.find(({ hash }) => hash === null) ?? found[0]
  if (!visitor) return createVisitor(tx)
  const others = found.flatMap(({ id }) => (id === visitor.id ? [] : [id]))
  if (others.length > 0) await takeOver(tx, visitor.id, others)
  await tx.$executeRaw`UPDATE "Visitor" SET "updatedAt" = app_now() WHERE id = ${visitor.id}::uuid`
  return { id: visitor.id, token: visitor.hash === null ? null : (byHash.get(visitor.hash) ?? null) }
}

async function createVisitor(tx: Tx): Promise<LockedVisitor> {
  const token = randomToken(16)
  const { id } = await tx.visitor.create({ data: { tokenHash: tokenHash(token) }, select: { id: true } })
  return { id, token }
}

async function takeOver(tx: Tx, id: string, others: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Favourite" AS f ("visitorId", "productId", "priceFen", "keptAt")
    SELECT DISTINCT ON ("productId") ${id}::uuid, "productId", "priceFen", "keptAt" FROM "Favourite"
    WHERE "visitorId" = ANY(${[...others]}::uuid[]) ORDER BY "productId", "keptAt"
    ON CONFLICT ("visitorId", "productId") DO UPDATE SET "priceFen" = excluded."priceFen", "keptAt" = excluded."keptAt" WHERE excluded."keptAt" < f."keptAt"`
  await tx.$executeRaw`
    INSERT INTO "Follow" AS f ("visitorId", "sellerId", since)
    SELECT ${id}::uuid, "sellerId", min(since) FROM "Follow" WHERE "visitorId" = ANY(${[...others]}::uuid[]) GROUP BY "sellerId"
    ON CONFLICT ("visitorId", "sellerId") DO UPDATE SET since = least(f.since, excluded.since)`
  await tx.question.updateMany({ where: { visitorId: { in: [...others] } }, data: { visitorId: id } })
  await tx.visitor.deleteMany({ where: { id: { in: [...others] } } })
}
