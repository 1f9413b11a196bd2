import type { Tx } from '~/platform/db/prisma.server'

/** What an entry is about, as far as a reader knows it by name. */
export type SubjectType = 'Household' | 'Person' | 'Seller' | 'Product' | 'other'

const known: ReadonlySet<string> = new Set<SubjectType>(['Household', 'Person', 'Seller', 'Product'])

export function subjectTypeOf(text: string): SubjectType {
  return isKnown(text) ? text : 'other'
}

function isKnown(text: string): text is SubjectType {
  return known.has(text)
}

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The names of subjects by id: code of a household, name of a person or shop, serial of a piece. What the caller's scope does not reach has none. */
export async function findSubjectNames(
  tx: Tx,
  subjects: readonly { type: SubjectType; id: string }[],
): Promise<Map<string, string>> {
  const idsOf = (type: SubjectType) => [
    ...new Set(subjects.filter((one) => one.type === type && uuidForm.test(one.id)).map(({ id }) => id)),
  ]
  const rows = await tx.$queryRaw<{ id: string; name: string | null }[]>`
    SELECT id, code AS name FROM "Household" WHERE id = ANY(${idsOf('Household')}::uuid[])
    UNION ALL SELECT id, name FROM "Person" WHERE id = ANY(${idsOf('Person')}::uuid[])
    UNION ALL SELECT id, "nameZh" FROM "Seller" WHERE id = ANY(${idsOf('Seller')}::uuid[])
    UNION ALL SELECT id, serial FROM "Product" WHERE id = ANY(${idsOf('Product')}::uuid[])`
  const names = new Map<string, string>()
  for (const { id, name } of rows) if (name) names.set(id, name)
  return names
}
