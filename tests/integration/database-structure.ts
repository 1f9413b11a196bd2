import type pg from 'pg'

/** The structure of a database, one line per fact, by what Prisma's schema can express. */
export interface Structure {
  columns: string[]
  enums: string[]
  /** Primary keys, unique and foreign keys. */
  keys: string[]
  indexes: string[]
}

const questions: Record<keyof Structure, string> = {
  columns: `
    SELECT format('%s.%s %s%s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
      CASE WHEN a.attnotnull THEN ' not null' END,
      CASE WHEN a.attgenerated <> '' THEN ' generated' ELSE ' default ' || pg_get_expr(d.adbin, d.adrelid) END,
      CASE WHEN a.attidentity <> '' THEN ' identity' END) AS fact
    FROM pg_attribute a
    JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relname <> '_prisma_migrations'`,
  enums: `
    SELECT format('%s: %s', t.typname, string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder)) AS fact
    FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
    WHERE t.typnamespace = 'public'::regnamespace GROUP BY t.typname`,
  keys: `
    SELECT format('%s %s: %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS fact
    FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'f')
      AND conrelid <> COALESCE(to_regclass('_prisma_migrations'), 0::oid::regclass)`,
  // Partial and expression indexes and those of other kinds (search, paths, exclusion) are written by hand.
  indexes: `
    SELECT pg_get_indexdef(i.indexrelid) AS fact
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid AND c.relnamespace = 'public'::regnamespace
    JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam AND m.amname = 'btree'
    WHERE c.relname <> '_prisma_migrations' AND i.indpred IS NULL AND i.indexprs IS NULL`,
}

export async function readStructure(client: pg.Client): Promise<Structure> {
  const answer = async (name: keyof Structure) => {
    const { rows } = await client.query<{ fact: string }>(questions[name])
    return rows.map(({ fact }) => fact).sort()
  }
  return {
    columns: await answer('columns'),
    enums: await answer('enums'),
    keys: await answer('keys'),
    indexes: await answer('indexes'),
  }
}

/**
 * The definitions of our own functions that column defaults call: a schema made from Prisma's files alone needs them
 * before its first table.
 */
export async function readDefaultFunctions(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ definition: string }>(`
    SELECT DISTINCT pg_get_functiondef(p.oid) AS definition
    FROM pg_depend d JOIN pg_proc p ON p.oid = d.refobjid
    WHERE d.classid = 'pg_attrdef'::regclass AND d.refclassid = 'pg_proc'::regclass
      AND p.pronamespace = 'public'::regnamespace`)
  return rows.map(({ definition }) => definition)
}
