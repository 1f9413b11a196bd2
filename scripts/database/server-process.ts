import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import pg from 'pg'
import { commandLine, isAlive, pause, waitUntil } from '../process/identity.mjs'
import { Stop } from '../process/stop-with-sentence'
import { dataDirectory } from './cluster'
import type { Engine } from './engine'
import type { DatabaseHome } from './home'

/**
 * PostgreSQL under a shell that waits for the end of its input: when the process that holds the other end dies, even
 * by kill -9, the database shuts down in order.
 */
const tied = `
exec 3<&0
"$0" "$@" </dev/null 3<&- &
database=$!
{ while read -r line; do :; done; kill -INT $database; } <&3 2>/dev/null &
reader=$!
wait $database
code=$?
kill $reader 2>/dev/null
exit $code`

function logFile(home: DatabaseHome): string {
  return join(home.directory, 'postgres.log')
}

/**
 * Ends a server that an earlier process left behind, and removes a stale postmaster.pid: after a crash its number may
 * belong to somebody else, and PostgreSQL would then refuse to start.
 */
export async function clearLeftovers(home: DatabaseHome): Promise<void> {
  const file = join(dataDirectory(home), 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (isServerOf(pid, home) && !(await waitUntil(() => !isServerOf(pid, home), 3000))) {
    process.kill(pid, 'SIGINT')
    if (!(await waitUntil(() => !isServerOf(pid, home), 30_000))) {
      throw new Stop(
        `A PostgreSQL left behind (process ${pid}, ${dataDirectory(home)}) does not end: stop it first.`,
      )
    }
  }
  rmSync(file, { force: true })
}

function isServerOf(pid: number, home: DatabaseHome): boolean {
  return pid > 0 && isAlive(pid) && commandLine(pid).includes(dataDirectory(home))
}

export interface RunningServer {
  child: ChildProcess
  /** Shuts down in order: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>
  ended: Promise<void>
}

export function runServer(home: DatabaseHome, engine: Engine, port: number, durable: boolean): RunningServer {
  const log = openLog(home)
  const { NODE_ENV, PATH } = process.env
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: String(90 + 15 * availableParallelism()),
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const command = [engine.postgres, '-D', dataDirectory(home), '-p', String(port), ...options]
  const child = spawn('/bin/sh', ['-c', tied, ...command], {
    uid: home.user?.uid,
    gid: home.user?.gid,
    cwd: home.directory,
    env: { NODE_ENV, PATH },
    stdio: ['pipe', log, log],
    detached: true,
  })
  closeSync(log)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.stdin?.on('error', () => undefined)
  return {
    child,
    ended,
    async stop() {
      child.stdin?.end()
      await ended
    },
  }
}

const largestLog = 5_000_000

function openLog(home: DatabaseHome): number {
  const file = logFile(home)
  const tooLarge = existsSync(file) && statSync(file).size > largestLog
  return openSync(file, tooLarge ? 'w' : 'a', 0o600)
}

/** Waits until the server answers (after a crash it first replays its log); false when it ended instead. */
export async function waitForServer(url: string, server: RunningServer, seconds: number): Promise<boolean> {
  const deadline = Date.now() + seconds * 1000
  const isOver = () => server.child.exitCode !== null || server.child.signalCode !== null
  while (!isOver() && Date.now() < deadline) {
    if (await answers(url)) return true
    await pause(50)
  }
  return false
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '28P01') {
      throw new Stop('The database does not accept the kept password: its secrets file was changed or lost.')
    }
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

export function lastLogLines(home: DatabaseHome): string {
  return existsSync(logFile(home))
    ? readFileSync(logFile(home), 'utf8').trim().split('\n').slice(-8).join('\n')
    : ''
}
