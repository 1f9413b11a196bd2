import { Prisma } from '~/generated/prisma/client'

/** Written into a statement whose best plan depends on what is looked for: it is planned anew every time. */
export const planAnew = Prisma.raw('/* plan anew */')

/** From this use on a statement is worth keeping. */
const worthKeeping = 3
/** So many statements are kept on each connection, at most. */
const mostNamed = 400
const mostCounted = 1_000
/** The protocol's word for a statement that is used once. */
const unnamed = ''

/**
 * Names statements that come again and again, so that the database parses and plans each once per connection: a page's own reading is quicker than its planning. A statement's name is its number in the order of this process.
 */
export function nameStatements(): (statement: { sql: string }) => string {
  const names = new Map<string, string>()
  const uses = new Map<string, number>()
  return ({ sql }) => {
    const name = names.get(sql)
    if (name !== undefined || names.size === mostNamed) return name ?? unnamed
    if (sql.includes(planAnew.sql)) return unnamed
    const count = (uses.get(sql) ?? 0) + 1
    if (count < worthKeeping) {
      if (uses.size === mostCounted) uses.clear()
      uses.set(sql, count)
      return unnamed
    }
    uses.delete(sql)
    const next = `q${names.size}`
    names.set(sql, next)
    return next
  }
}
