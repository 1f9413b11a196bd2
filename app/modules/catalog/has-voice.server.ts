import type { Tx } from '~/platform/db/prisma.server'

/** Whether something was said about a piece: then words that she did not write are no fault of it. */
export async function hasVoice(tx: Tx, productId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ has: boolean }[]>`SELECT has_voice(${productId}::uuid) AS has`
  return row?.has === true
}
