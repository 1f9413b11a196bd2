import type { Actor } from '~/modules/auth/actor'
import { findMaskedPhone } from '~/modules/people/find-masked-phone.server'
import { findPlaceNames, type PlaceName } from '~/modules/regions/find-place-names.server'
import { inScope } from '~/platform/db/in-scope.server'

export type PersonChoice = {
  personId: string
  name: string
  place: PlaceName
  maskedPhone: string | null
  /** the household of today, if it lies in the coordinator's region */
  householdCode: string | null
}

type FoundRow = { id: string; name: string; regionId: string; code: string | null }

/** People of the coordinator's region whose name contains these words, ten at most: whom to add to a household. */
export function findPeople({ actor, words }: { actor: Actor; words: string }): Promise<PersonChoice[]> {
  return inScope(actor, async (tx) => {
    const rows = await tx.$queryRaw<FoundRow[]>`
      SELECT p.id, p.name, p."regionId", h.code
      FROM "Person" p JOIN "Region" r ON r.id = p."regionId" AND r."ancestorIds" @> ARRAY[${actor.regionId}::uuid]
      LEFT JOIN "HouseholdMember" m ON m."personId" = p.id AND daterange(m."validFrom", m."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date
      LEFT JOIN "Household" h ON h.id = m."householdId"
      WHERE position(${words} in p.name) > 0 ORDER BY p.name COLLATE "C", p.id LIMIT 10`
    const places = await findPlaceNames(
      tx,
      rows.map(({ regionId }) => regionId),
    )
    const people: PersonChoice[] = []
    for (const { id, name, regionId, code } of rows) {
      const place = places.get(regionId) ?? { zh: '', en: '' }
      people.push({
        personId: id,
        name,
        place,
        householdCode: code,
        maskedPhone: await findMaskedPhone(tx, id),
      })
    }
    return people
  })
}
