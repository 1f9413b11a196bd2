import type { z } from 'zod'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import type { DeskPhones } from '~/modules/regions/desk-phones'
import type { MinimumWages } from '~/modules/regions/minimum-wage'
import type { Contact } from '~/modules/settings/contact'
import type { featureKey } from '~/modules/settings/features'
import type { Licences } from '~/modules/settings/licences'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { forgetAnswers } from '~/platform/db/kept-answers'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'

/** The settings that have a form, and what each holds. */
export type ShopSetting =
  | { key: 'site.licences'; value: Licences }
  | { key: 'site.contact'; value: Contact }
  | { key: 'wages.minimumHourly'; value: z.output<typeof MinimumWages> }
  | { key: 'desk.phones'; value: z.output<typeof DeskPhones> }
  | { key: ReturnType<typeof featureKey>; value: 0 | 1 }

/** Two administrators who change settings at once take turns. */
const settingsLock = 710_156

/**
 * A setting holds another value from now on: the row before ends, a new one begins, both stay. Refuses a code that is no place, and a setting whose next value is
 * dated already.
 */
export function changeSetting({
  actor,
  note,
  setting: { key, value },
}: {
  actor: Actor
  note: string
  setting: ShopSetting
}): Promise<void> {
  return inScope(actor, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${settingsLock}::bigint)`
    if (key === 'wages.minimumHourly') await requirePlaces(tx, Object.keys(value.hourlyFen), 'lines')
    if (key === 'desk.phones') await requirePlaces(tx, Object.keys(value), 'offices')
    const now = await appNow(tx)
    if ((await tx.setting.count({ where: { key, validFrom: { gt: now } } })) > 0)
      throw new Refusal('settings.laterExists', 409)
    await tx.setting.updateMany({
      where: { key, OR: [{ validTo: null }, { validTo: { gt: now } }] },
      data: { validTo: now },
    })
    const { id } = await tx.setting.create({
      data: { key, value, validFrom: now, note },
      select: { id: true },
    })
    await recordAudit(tx, {
      actor,
      action: 'setting.changed',
      subject: { type: 'Setting', id },
      reason: note,
      detail: { key },
    })
  }).then(forgetAnswers)
}

async function requirePlaces(tx: Tx, codes: readonly string[], field: string): Promise<void> {
  const places = await tx.region.findMany({ where: { code: { in: [...codes] } }, select: { code: true } })
  const known = new Set(places.map(({ code }) => code))
  const missing = codes.find((code) => !known.has(code))
  if (missing !== undefined) throw new Refusal('settings.noPlace', 422, { code: missing }, field)
}
