import type { Tx } from '~/platform/db/prisma.server'

/** Whoever writes or removes rows and the original of a hash holds this until the transaction ends. */
export async function lockPicture(tx: Tx, contentHash: string): Promise<void> {
  const key = Buffer.from(contentHash, 'hex').readInt32BE(0)
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(710003, ${key}::int)`
}
