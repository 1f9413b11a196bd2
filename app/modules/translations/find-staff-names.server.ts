import { findStaffName } from '~/modules/catalog/find-staff-name.server'
import type { Tx } from '~/platform/db/prisma.server'

/** The names of colleagues by user id; '' for one without. */
export async function findStaffNames(tx: Tx, userIds: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const id of new Set(userIds)) names.set(id, (await findStaffName(tx, id)) ?? '')
  return names
}
