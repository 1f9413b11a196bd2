import type pg from 'pg'
import { Stop } from '../process/stop-with-sentence'
import type { DatabaseUrls } from './migrate-database'
import { withClient } from './roles'

const oldestServer = 150_000

/**
 * Refuses a database that cannot be reached or is too old, and an application's role that the walls would not bind: a
 * superuser, one that bypasses row-level security, or one that owns the tables (itself or through the owner's role).
 */
export async function checkDatabase({ appUrl, ownerUrl }: DatabaseUrls): Promise<void> {
  const owner = await reach('MIGRATE_DATABASE_URL', ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string; version: number }>(
      `SELECT current_user AS name, current_setting('server_version_num')::int AS version`,
    )
    return rows[0]
  })
  if (owner && owner.version < oldestServer) throw new Stop('PostgreSQL 15 or newer is needed.')
  await reach('DATABASE_URL', appUrl, (client) => checkRole(client, owner?.name ?? ''))
}

interface RoleFacts {
  name: string
  is_superuser: boolean
  bypasses_walls: boolean
  owns_tables: boolean
}

async function checkRole(client: pg.Client, owner: string): Promise<void> {
  const { rows } = await client.query<RoleFacts>(
    `SELECT rolname AS name, rolsuper AS is_superuser, rolbypassrls AS bypasses_walls,
       pg_has_role(oid, $1::name, 'MEMBER') OR EXISTS (
         SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p') AND pg_has_role(r.oid, c.relowner, 'MEMBER')
       ) AS owns_tables
     FROM pg_roles r WHERE rolname = current_user`,
    [owner],
  )
  const role = rows[0]
  if (!role) return
  const fault =
    (role.is_superuser && 'is a superuser') ||
    (role.bypasses_walls && 'has BYPASSRLS') ||
    (role.owns_tables && 'owns the tables')
  if (fault) {
    throw new Stop(
      `The role ${role.name} of DATABASE_URL ${fault}, so the walls between regions would not hold: give the application a role of its own and leave ownership to MIGRATE_DATABASE_URL.`,
    )
  }
}

async function reach<Answer>(
  name: string,
  url: string,
  ask: (client: pg.Client) => Promise<Answer>,
): Promise<Answer> {
  const { hostname, port, pathname } = new URL(url)
  let connected = false
  try {
    return await withClient(url, (client) => {
      connected = true
      return ask(client)
    })
  } catch (error) {
    if (connected) throw error
    const reason =
      error instanceof Error ? error.message || String('code' in error && error.code) : String(error)
    throw new Stop(
      `The database of ${name} (${hostname}:${port || 5432}${pathname}) cannot be reached: ${reason.replaceAll(/\s+/g, ' ')}.`,
    )
  }
}
