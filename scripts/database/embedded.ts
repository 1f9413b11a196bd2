import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findFreePort, isPortFree } from '../process/free-port'
import { waitUntil } from '../process/identity.mjs'
import { findHolder, type Lock, takeLock } from '../process/lock.mjs'
import { Stop } from '../process/stop-with-sentence'
import { createCluster, dataDirectory, superuser } from './cluster'
import { prepareEngine } from './engine'
import { hasGuests, signIn, signOut } from './guests'
import { type DatabaseHome, findHome, type HomeName } from './home'
import { appRole, createDatabase, createRoles, databaseName, ownerRole } from './roles'
import { loadSecrets, type Secrets } from './secrets'
import { clearLeftovers, lastLogLines, type RunningServer, runServer, waitForServer } from './server-process'

export interface EmbeddedDatabase {
  home: DatabaseHome
  secrets: Secrets
  port: number
  superuserUrl: string
  /** The owner of the tables, who migrates. */
  ownerUrl: string
  /** The application's role, which the walls bind. */
  appUrl: string
  /** False when another process runs it and this one only uses it. */
  startedHere: boolean
  /** Stops the server if this process started it; a short command first waits for others that joined it. */
  stop(options?: { waitForGuests?: boolean }): Promise<void>
  /** Resolves when the server this process started has ended. */
  ended: Promise<void>
}

interface StartOptions {
  name: HomeName
  /** Tests trade safety against power cuts for speed. */
  durable?: boolean
}

/**
 * Starts the embedded PostgreSQL of a home, or joins the one that another process runs there. Sets up the cluster, the
 * roles and an empty database at the first start; the data stays between runs and survives kill -9.
 */
export async function startEmbeddedDatabase({
  name,
  durable = true,
}: StartOptions): Promise<EmbeddedDatabase> {
  const home = findHome(name)
  for (;;) {
    const answer = takeLock(lockFile(home))
    if (answer.taken) return startOwn(home, answer.lock, durable)
    const joined = await joinRunning(home)
    if (joined) return joined
  }
}

function lockFile(home: DatabaseHome): string {
  return join(home.directory, 'postgres.lock')
}

async function startOwn(home: DatabaseHome, lock: Lock, durable: boolean): Promise<EmbeddedDatabase> {
  try {
    return await startLocked(home, lock, durable)
  } catch (error) {
    lock.release()
    throw error
  }
}

async function startLocked(home: DatabaseHome, lock: Lock, durable: boolean): Promise<EmbeddedDatabase> {
  const engine = prepareEngine(home)
  const secrets = loadSecrets(home)
  if (!durable) forgetLostSpaces(home)
  createCluster(home, engine, secrets.superuserPassword, durable)
  await clearLeftovers(home)
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(home)
    const server = runServer(home, engine, port, durable)
    const database = connectionOf(home, secrets, port, server, lock)
    if (await waitForServer(database.superuserUrl, server, 120)) {
      await createRoles(database.superuserUrl, secrets)
      await createDatabase(database.superuserUrl, databaseName)
      lock.note({ port: String(port) })
      return database
    }
    await server.stop()
    if (attempt === 3 || (await isPortFree(port))) {
      throw new Stop(
        `The embedded PostgreSQL in ${home.directory} did not start. Its log ends:\n${lastLogLines(home)}`,
      )
    }
  }
}

/** Databases of tests may lie in memory, which a machine that was started anew has no more. Their cluster cannot start without them, and holds nothing else: it is made anew. */
function forgetLostSpaces(home: DatabaseHome): void {
  const spaces = join(dataDirectory(home), 'pg_tblspc')
  const isLost = existsSync(spaces) && readdirSync(spaces).some((link) => !existsSync(join(spaces, link)))
  if (isLost) rmSync(dataDirectory(home), { recursive: true, force: true })
}

/** The port of the last time if it is free, so that tools keep their settings. */
async function choosePort(home: DatabaseHome): Promise<number> {
  const file = join(home.directory, 'postgres.port')
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  const port = last > 0 && (await isPortFree(last)) ? last : await findFreePort()
  writeFileSync(file, String(port))
  return port
}

/**
 * The database another process runs, once it is up; null when that process ends or is about to. The guest signs in
 * before it looks and the owner says that it stops before it counts its guests, so one of the two always notices.
 */
async function joinRunning(home: DatabaseHome): Promise<EmbeddedDatabase | null> {
  signIn(home)
  let found = findHolder(lockFile(home))
  await waitUntil(() => {
    found = findHolder(lockFile(home))
    return !found || (found.notes.port !== undefined && found.notes.stopping !== 'yes')
  }, 120_000)
  const port = Number(found?.notes.port)
  if (port) return connectionOf(home, loadSecrets(home), port, null, null)
  signOut(home)
  if (found)
    throw new Stop(
      `Process ${found.process.pid} has been starting the database for two minutes: stop it first.`,
    )
  return null
}

function connectionOf(
  home: DatabaseHome,
  secrets: Secrets,
  port: number,
  server: RunningServer | null,
  lock: Lock | null,
): EmbeddedDatabase {
  const address = (user: string, password: string, database: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`
  return {
    home,
    secrets,
    port,
    superuserUrl: address(superuser, secrets.superuserPassword, 'postgres'),
    ownerUrl: address(ownerRole, secrets.ownerPassword, databaseName),
    appUrl: address(appRole, secrets.appPassword, databaseName),
    startedHere: server !== null,
    ended: server?.ended ?? new Promise(() => undefined),
    async stop({ waitForGuests = false } = {}) {
      if (!server || !lock) return signOut(home)
      if (waitForGuests) await outlastGuests(home, lock)
      await server.stop()
      lock.release()
    },
  }
}

async function outlastGuests(home: DatabaseHome, lock: Lock): Promise<void> {
  for (;;) {
    lock.note({ stopping: 'yes' })
    if (!hasGuests(home)) return
    lock.note({ stopping: 'no' })
    await waitUntil(() => !hasGuests(home), 60_000)
  }
}
