import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'

/** A consent that its person has not given, or not to the text of today: somebody who wants to act for her asks, or she agreed to an older wording. */
export type UnconfirmedConsent = {
  key: string
  sellerId: string
  nameZh: string
  nameEn: string
  why: 'mandate' | 'old_text'
  since: string
}

const mostShown = 20

/** Consents of the coordinator's region that wait for her who is asked, longest first, twenty at most; `count` is of all. None without a region. */
export async function findUnconfirmed({
  actor,
}: {
  actor: Actor
}): Promise<{ rows: UnconfirmedConsent[]; count: number }> {
  if (!actor.regionId) return { rows: [], count: 0 }
  const rows = await inScope(
    actor,
    (tx) => tx.$queryRaw<(Omit<UnconfirmedConsent, 'since'> & { since: Date; count: bigint })[]>`
    WITH near AS (SELECT s.id, s."nameZh", s."nameEn" FROM "Seller" s JOIN "Region" r ON r.id = s."regionId" AND r."ancestorIds" @> ARRAY[${actor.regionId}::uuid] WHERE s.status <> 'closed'),
    newest AS (SELECT kind, max(version) AS version FROM "TextVersion" WHERE kind LIKE 'public\\_%' AND "validFrom" <= app_now() GROUP BY kind)
    SELECT *, count(*) OVER () AS count FROM (
    SELECT m.id::text AS key, near.id::text AS "sellerId", near."nameZh", near."nameEn", 'mandate' AS why, m."createdAt" AS since
    FROM "Mandate" m JOIN near ON near.id = m."sellerId"
    WHERE m."revokedAt" IS NULL AND m."signedByPrincipalAt" IS NULL AND (m."validTo" IS NULL OR m."validTo" > (app_now() AT TIME ZONE 'Asia/Shanghai')::date)
    UNION ALL
    SELECT c.id::text, near.id::text, near."nameZh", near."nameEn", 'old_text', c."givenAt"
    FROM near JOIN "SellerPerson" p ON p."sellerId" = near.id AND p.role = 'owner' AND p."validTo" IS NULL
      JOIN "Consent" c ON c."personId" = p."personId" AND c."withdrawnAt" IS NULL JOIN "TextVersion" t ON t.id = c."textVersionId"
      JOIN newest ON newest.kind = t.kind AND newest.version > t.version
    ) AS waiting ORDER BY since LIMIT ${mostShown}`,
  )
  return {
    rows: rows.map(({ since, count: _, ...row }) => ({ ...row, since: since.toISOString() })),
    count: Number(rows[0]?.count ?? 0),
  }
}
