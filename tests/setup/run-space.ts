import { chmodSync, chownSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { freemem } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { EmbeddedDatabase } from '../../scripts/database/embedded'
import { withClient } from '../../scripts/database/roles'

const memory = '/dev/shm'
const gigabyte = 2 ** 30

/** A tablespace for the databases of one run. */
export interface RunSpace {
  name: string
  close(): Promise<void>
}

/**
 * A place in memory for the databases of a run: each is some fifteen hundred files, which a disk takes up to forty times as long to make. On the disk where there is no such place, or where memory is short.
 */
export async function openRunSpace({ superuserUrl, home }: EmbeddedDatabase, run: string): Promise<RunSpace> {
  if (!hasRoomInMemory()) return { name: 'pg_default', close: async () => undefined }
  const name = `${run}space`
  const directory = mkdtempSync(join(memory, 'qiaoshou-'))
  if (home.user) chownSync(directory, home.user.uid, home.user.gid)
  chmodSync(directory, 0o700)
  await withClient(superuserUrl, (client) =>
    client.query(`CREATE TABLESPACE ${pg.escapeIdentifier(name)} LOCATION ${pg.escapeLiteral(directory)}`),
  )
  return { name, close: () => withClient(superuserUrl, (client) => dropSpace(client, name)) }
}

/** Drops a tablespace without databases, and its directory. */
export async function dropSpace(client: pg.Client, name: string): Promise<void> {
  const { rows } = await client.query<{ directory: string }>(
    'SELECT pg_tablespace_location(oid) AS directory FROM pg_tablespace WHERE spcname = $1',
    [name],
  )
  await client.query(`DROP TABLESPACE ${pg.escapeIdentifier(name)}`)
  for (const { directory } of rows) rmSync(directory, { recursive: true, force: true })
}

function hasRoomInMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize > 2 * gigabyte && freemem() > 4 * gigabyte
  } catch {
    return false
  }
}
