import { readSetting } from '~/modules/settings/read-setting.server'
import type { Tx } from '~/platform/db/prisma.server'
import type { HoldDays } from './transfer-hold'

/** For how many days pieces are held for a transfer, as the settings stand now. */
export async function readHoldDays(tx: Tx): Promise<HoldDays> {
  const transfer = await readSetting('orders.transferHoldDays', tx)
  return { transfer, check: await readSetting('orders.slipCheckDays', tx) }
}
