import { areTransfersTaken } from '~/modules/settings/find-transfer-account.server'
import { prisma } from '~/platform/db/prisma.server'
import { readHoldDays } from './read-hold-days.server'

/** For how many days pieces would be kept for a transfer; null while the shop takes none, and for what goes abroad. */
export async function findTransferOffer({
  country,
}: {
  country: string
}): Promise<{ holdDays: number } | null> {
  if (country !== 'CN') return null
  if (!(await areTransfersTaken())) return null
  return { holdDays: (await readHoldDays(prisma)).transfer }
}
