import type { Tx } from '~/platform/db/prisma.server'
import { type Feature, featureKey } from './features'
import { readSetting } from './read-setting.server'

/** Whether something that can be switched off is on now. */
export async function isOn(feature: Feature, tx?: Tx): Promise<boolean> {
  return (await readSetting(featureKey(feature), tx)) === 1
}
