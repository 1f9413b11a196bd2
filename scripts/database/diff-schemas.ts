import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import { everything, startEngine } from './schema-engine'

/** The SQL that leads from one schema (null: an empty database) to another, or null when they are the same. */
export async function diffSchemas(from: string | null, to: string): Promise<string | null> {
  const connect = () => Promise.resolve(noDatabase)
  const engine = await startEngine({ ...names, connect, connectToShadowDb: connect })
  const target = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content }],
  })
  try {
    const { stdout } = await engine.diff({
      from: from === null ? { tag: 'empty' } : target(from),
      to: target(to),
      script: true,
      exitCode: null,
      filters: everything,
    })
    const sql = stdout?.trim() ?? ''
    return sql === '' || sql === '-- This is an empty migration.' ? null : `${sql}\n`
  } finally {
    engine.free()
  }
}

const names = { provider: 'postgres', adapterName: 'no-database' } as const

/** Two schemas are compared without a database; the engine greets one all the same, and is content with no answer. */
const noDatabase: SqlDriverAdapter = {
  ...names,
  queryRaw: () => Promise.resolve({ columnNames: [], columnTypes: [], rows: [] }),
  executeRaw: () => Promise.resolve(0),
  executeScript: () => Promise.resolve(),
  startTransaction: () => Promise.reject(new Error('There is no database to change.')),
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  dispose: () => Promise.resolve(),
}
