import type { Tx } from '~/platform/db/prisma.server'

/** The space of advisory locks that stand for a phone number; the second number is the first four bytes of its blind index. */
const phoneLocks = 710_001

/** Until the transaction ends, nobody else who takes this lock writes for the same phone number: two tabs make one person. */
export async function lockPhone(tx: Tx, phoneIndex: Uint8Array): Promise<void> {
  const key = Buffer.from(phoneIndex).readInt32BE(0)
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${phoneLocks}::int, ${key}::int)`
}
