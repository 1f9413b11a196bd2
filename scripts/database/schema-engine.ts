import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

/** No table or enum of ours is left to somebody else's care. */
export const everything = { externalTables: [], externalEnums: [] }

/** The statement that failed last, which the engine's own message leaves out. */
interface ScriptFailure {
  message: string
  line: number | undefined
}

export interface SchemaEngine {
  engine: bindings.SchemaEngine
  lastFailure(): ScriptFailure | null
  close(): Promise<void>
}

let loaded: Promise<void> | undefined

/**
 * Prisma's schema engine as WebAssembly. Its package expects a bundler, so the module is instantiated by hand. The
 * binary of the same engine comes from a host that closed networks do not reach; this one comes with npm.
 */
export async function startEngine(
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<bindings.SchemaEngine> {
  loaded ??= loadWasm()
  await loaded
  const bound = bindMigrationAwareSqlAdapterFactory(factory)
  return bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, bound)
}

/** The engine on a database. */
export async function openSchemaEngine(url: string): Promise<SchemaEngine> {
  const failures: ScriptFailure[] = []
  const { factory, close } = adapterFactory(url, failures)
  const engine = await startEngine(factory)
  return {
    engine,
    lastFailure: () => failures.at(-1) ?? null,
    async close() {
      engine.free()
      await close()
    },
  }
}

async function loadWasm(): Promise<void> {
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm')
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    './schema_engine_bg.js': Object.fromEntries(Object.entries(bindings).map(letGo)),
  })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
}

/** The engine's time limits (ten seconds for its lock) must not keep a finished command waiting. */
function letGo([name, binding]: [string, unknown]): [string, WebAssembly.ImportValue] {
  if (name.startsWith('__wbg_setTimeout_')) {
    return [name, (run: () => void, milliseconds: number) => setTimeout(run, milliseconds).unref()]
  }
  return [name, binding as WebAssembly.ImportValue]
}

interface Connected {
  factory: SqlMigrationAwareDriverAdapterFactory
  close(): Promise<void>
}

/**
 * Prisma's adapter cuts a script at every semicolon, also inside function bodies, and commits piece by piece. Here a
 * script goes to the server whole: one implicit transaction, all or nothing. One connection, so that the engine's
 * advisory lock and its statements share a session.
 */
function adapterFactory(url: string, failures: ScriptFailure[]): Connected {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  pool.on('error', () => undefined)
  const inner = new PrismaPg(pool)
  const connect = async () => {
    const adapter = await inner.connect()
    adapter.executeScript = (script) => runWhole(pool, script, failures)
    return adapter
  }
  const { provider, adapterName } = inner
  return {
    factory: { provider, adapterName, connect, connectToShadowDb: () => inner.connectToShadowDb() },
    close: () => pool.end(),
  }
}

async function runWhole(pool: pg.Pool, script: string, failures: ScriptFailure[]): Promise<void> {
  try {
    await pool.query(script)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const position = error instanceof Error && 'position' in error ? Number(error.position) : 0
    failures.push({ message, line: position ? script.slice(0, position).split('\n').length : undefined })
    throw error
  }
}
