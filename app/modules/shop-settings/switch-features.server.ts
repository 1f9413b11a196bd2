import type { Actor } from '~/modules/auth/actor'
import { type Feature, featureKey, features } from '~/modules/settings/features'
import { isOn } from '~/modules/settings/is-on.server'
import { Refusal } from '~/platform/errors'
import { changeSetting } from './change-setting.server'

/** Switches what differs from now, each a change of its own in the record. Refuses (409) when nothing does, and what changeSetting refuses. */
export async function switchFeatures({
  actor,
  note,
  wanted,
}: {
  actor: Actor
  note: string
  wanted: Record<Feature, boolean>
}): Promise<void> {
  const now = await Promise.all(features.map((feature) => isOn(feature)))
  const changed = features.filter((feature, at) => now[at] !== wanted[feature])
  if (changed.length === 0) throw new Refusal('settings.noSwitch', 409)
  for (const feature of changed)
    await changeSetting({
      actor,
      note,
      setting: { key: featureKey(feature), value: wanted[feature] ? 1 : 0 },
    })
}
