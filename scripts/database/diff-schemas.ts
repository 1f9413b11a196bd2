import { everything, openSchemaEngine } from './schema-engine'

/** The SQL that leads from one schema (null: an empty database) to another, or null when they are the same. */
export async function diffSchemas(from: string | null, to: string): Promise<string | null> {
  // Two schemas are compared without a connection, but the engine does not start without an address.
  const schema = await openSchemaEngine('postgresql://nobody@127.0.0.1:1/none')
  const target = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content }],
  })
  try {
    const { stdout } = await schema.engine.diff({
      from: from === null ? { tag: 'empty' } : target(from),
      to: target(to),
      script: true,
      exitCode: null,
      filters: everything,
    })
    const sql = stdout?.trim() ?? ''
    return sql === '' || sql === '-- This is an empty migration.' ? null : `${sql}\n`
  } finally {
    await schema.close()
  }
}
