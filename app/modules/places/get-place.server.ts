import type { Actor } from '~/modules/auth/actor'
import { administers } from '~/modules/roles/role-reach.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import type { Translate } from '~/platform/i18n/translate'
import { countHeld, type Held } from './count-held.server'
import { findPlaces, getPlaceRow, type PlaceRow } from './find-places.server'
import { lockPlace } from './lock-place.server'
import { requireWay } from './require-way.server'

/** A place as its page shows it. */
export type PlaceView = PlaceRow & {
  /** it lies in what she administers: else it is shown, and nothing is offered */
  isHers: boolean
  held: Held
  children: PlaceRow[]
  /** looked at beforehand: where it would go, or what is in the way */
  plan: MovePlan | null
}

export type MovePlan = { to: string; code: string; toName: string; obstacle: string | null }

/** A place, what lies in it, and how a move would go when one was asked for. Nothing is changed. 404 for one that never was. */
export async function getPlace({
  actor,
  code,
  move,
  t,
}: {
  actor: Actor
  code: string
  move: { to: string; code: string } | null
  t: Translate
}): Promise<PlaceView> {
  const row = await getPlaceRow(code)
  const children = row.level === 'village' ? [] : await findPlaces({ q: '', inside: code })
  return inScope(actor, async (tx) => {
    const { id } = await tx.region.findUniqueOrThrow({ where: { code }, select: { id: true } })
    const held = await countHeld(tx, id)
    const isHers = await administers(tx, { actor, regionId: id })
    const shown = { ...row, held, isHers, children }
    if (!move || row.until) return { ...shown, plan: null }
    const plan = { ...move, toName: '', obstacle: null }
    try {
      const place = await lockPlace(tx, { actor, code })
      const parent = await lockPlace(tx, { actor, code: move.to })
      await requireWay(tx, { place, parent, code: move.code })
      return { ...shown, plan: { ...plan, toName: parent.nameZh } }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const obstacle = error.status === 404 ? t('places.noSuchPlace') : t(error.key, error.params)
      return { ...shown, plan: { ...plan, obstacle } }
    }
  })
}
