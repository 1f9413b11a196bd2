import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { lockPlace } from './lock-place.server'

type RenameInput = {
  actor: Actor
  code: string
  nameZh: string
  /** '' = none */
  nameEn: string
  reason: string
}

/** A place is called otherwise from today on; its former name stays beside it and finds it. The same names change nothing. Refuses what lockPlace refuses. */
export function renamePlace({ actor, code, nameZh, nameEn, reason }: RenameInput): Promise<void> {
  return inScope(actor, async (tx) => {
    const place = await lockPlace(tx, { actor, code })
    if (place.nameZh === nameZh && (place.nameEn ?? '') === nameEn) return
    if (place.nameZh !== nameZh)
      await tx.regionName.create({
        data: { regionId: place.id, name: place.nameZh, validTo: toDateColumn(dayOf(await appNow(tx))) },
      })
    await tx.region.update({ where: { id: place.id }, data: { nameZh, nameEn: nameEn || null } })
    await recordAudit(tx, {
      actor,
      action: 'place.renamed',
      subject: { type: 'Region', id: place.id },
      reason,
      detail: { from: place.nameZh, to: nameZh },
    })
  })
}
