import type { PhoneNoticeKind } from '~/generated/prisma/enums'
import { readSetting } from '~/modules/settings/read-setting.server'
import type { Tx } from '~/platform/db/prisma.server'

/**
 * The notice that waits for a person about a seller, or a new one that leaves in a few minutes (ten unless decided otherwise): what is done until then is told with it. The row is held until the
 * transaction ends, so that nothing joins a notice that has left.
 */
export async function joinNotice(
  tx: Tx,
  { personId, sellerId, kind }: { personId: string; sellerId: string; kind: PhoneNoticeKind },
): Promise<string> {
  const minutes = await readSetting('mandates.joinMinutes', tx)
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT join_phone_notice(${personId}::uuid, ${sellerId}::uuid, ${kind}::"PhoneNoticeKind", ${minutes}::int)::text AS id`
  if (!row) throw new Error('a notice was neither made nor joined')
  return row.id
}
