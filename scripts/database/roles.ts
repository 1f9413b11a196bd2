import pg from 'pg'
import type { Secrets } from './secrets'

export const databaseName = 'qiaoshou'
export const ownerRole = 'qiaoshou_owner'
export const appRole = 'qiaoshou_app'

/** All three are trusted extensions; making them here saves the owner the right to do so on other servers. */
const extensions = ['ltree', 'btree_gist', 'pg_trgm']

/**
 * Makes the two roles: the owner of the tables, who migrates, and the application's, who owns nothing, so that the
 * walls (row-level security) hold for it. Neither may pass them by. Sets the kept passwords each time.
 */
export async function createRoles(superuserUrl: string, secrets: Secrets): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    for (const [role, password] of [
      [ownerRole, secrets.ownerPassword],
      [appRole, secrets.appPassword],
    ] as const) {
      const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
      const verb = found.rowCount ? 'ALTER' : 'CREATE'
      await client.query(
        `${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${pg.escapeLiteral(password)}`,
      )
    }
  })
}

/** Makes an empty database of the owner's if there is none, in the given tablespace, with the extensions that the schema uses. */
export async function createDatabase(
  superuserUrl: string,
  name: string,
  tablespace = 'pg_default',
): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (found.rowCount) return
    await client.query(
      `CREATE DATABASE ${pg.escapeIdentifier(name)} OWNER ${ownerRole} TABLESPACE ${pg.escapeIdentifier(tablespace)}`,
    )
    await restrictAccess(client, pg.escapeIdentifier(name))
  })
  await withClient(urlOf(superuserUrl, name), async (client) => {
    for (const extension of extensions) await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`)
  })
}

/** Makes a copy under another name, replacing what was there; the copy holds the original's rows and rights. It lies in the given tablespace. */
export async function copyDatabase(
  superuserUrl: string,
  from: string,
  to: string,
  tablespace = 'pg_default',
): Promise<void> {
  const [source, copy, space] = [from, to, tablespace].map((name) => pg.escapeIdentifier(name))
  await withClient(superuserUrl, async (client) => {
    await drop(client, to)
    await client.query(`CREATE DATABASE ${copy} TEMPLATE ${source} OWNER ${ownerRole} TABLESPACE ${space}`)
    await restrictAccess(client, pg.escapeIdentifier(to))
  })
}

async function restrictAccess(client: pg.Client, database: string): Promise<void> {
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`)
  await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO ${appRole}`)
}

export async function dropDatabase(superuserUrl: string, name: string): Promise<void> {
  await withClient(superuserUrl, (client) => drop(client, name))
}

const mostTries = 12

/** PostgreSQL gives those who are connected five seconds to be gone, which a busy machine may not manage. */
async function drop(client: pg.Client, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++)
    try {
      await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`)
      return
    } catch (error) {
      const isInUse = error instanceof pg.DatabaseError && error.code === '55006'
      if (!isInUse || attempt === mostTries) throw error
    }
}

/** The same server and user, another database. */
export function urlOf(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(database)}`
  return other.href
}

export async function withClient<Result>(
  url: string,
  use: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
