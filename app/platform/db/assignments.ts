import { Prisma } from '~/generated/prisma/client'

/** What a column takes; the database gives it its type. */
type Assigned = string | bigint | number | Date | readonly string[] | null | undefined

/** `"column" = value, …` for the SET of an UPDATE; what is not given is left out. Columns are named in our code, never in what was sent. */
export function assignments(values: Readonly<Record<string, Assigned>>): Prisma.Sql {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return Prisma.join(given.map(([column, value]) => Prisma.sql`${Prisma.raw(`"${column}"`)} = ${value}`))
}
