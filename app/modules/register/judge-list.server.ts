import type { Actor } from '~/modules/auth/actor'
import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { type Judgement, judgeMembers } from './judge-members.server'
import { readRows } from './read-rows'
import type { Sheet } from './read-sheet.server'
import type { StoredMapping } from './schema'

/** Holds a list against the register, as it is now, and changes nothing: what would come in, what is there already, and every row that cannot be. */
export async function judgeList(
  tx: Tx,
  { actor, sheet, mapping }: { actor: Actor & { regionId: string }; sheet: Sheet; mapping: StoredMapping },
): Promise<Judgement> {
  const today = dayOf(await appNow(tx))
  const { members, faults } = readRows(sheet.rows, {
    mapping: mapping.columns,
    listDay: mapping.listDay,
    today,
  })
  return judgeMembers(tx, { actor, members, faults, today, mapping: mapping.columns })
}
