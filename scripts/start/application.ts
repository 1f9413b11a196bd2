import type { ChildProcess } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { startChild, stopChild } from '../process/child'
import { pause } from '../process/identity.mjs'
import { Stop } from '../process/stop-with-sentence'
import { startSandbox } from './sandbox'

export interface ApplicationOptions {
  host: string
  port: number
  development: boolean
  /** The offline stand-in for Stripe is started beside it. */
  withSandbox: boolean
  /** Where the sandbox keeps what was paid. */
  sandboxDirectory: string
  environment: Record<string, string | undefined>
  /** Where the server's log goes instead of the terminal. */
  logFile?: string
}

export interface Application {
  origin: string
  /** What the server was told of the payment sandbox. */
  environment: Record<string, string>
  /** Resolves with a sentence when one of its processes ends that should not. */
  failed: Promise<string>
  /** Lets the server finish what it is doing, then ends all processes. */
  stop(): Promise<void>
}

/** Longer than the server's own drain. */
const patience = 25_000

/** Starts the sandbox and the server on a migrated database, and waits until the server says that it is ready. */
export async function startApplication(options: ApplicationOptions): Promise<Application> {
  const { host, port, development } = options
  const origin = originOf(host, port)
  const sandbox = options.withSandbox ? await startSandbox(options.sandboxDirectory, origin) : null
  const server = startChild(development ? 'server.ts' : 'build/front/workers.js', [], {
    output: options.logFile ? 'pipe' : 'inherit',
    environment: {
      // what a thread has freed at the top of its memory goes back to the machine: kept, it came to a hundred megabytes after pictures (docs/performance.md)
      MALLOC_TRIM_THRESHOLD_: String(128 * 1024),
      ...options.environment,
      ...sandbox?.environment,
      // The walls bind the application's role; it never holds the owner's.
      MIGRATE_DATABASE_URL: undefined,
      NODE_ENV: development ? 'development' : 'production',
      HOST: host,
      PORT: String(port),
    },
  })
  if (options.logFile) {
    const log = createWriteStream(options.logFile)
    server.stdout?.pipe(log)
    server.stderr?.pipe(log)
  }
  let stopping = false
  const children: [string, ChildProcess][] = [['server', server]]
  if (sandbox) children.push(['payment sandbox', sandbox.child])
  const failed = new Promise<string>((resolve) => {
    for (const [name, child] of children) {
      child.once('exit', (code, signal) => {
        if (!stopping) resolve(`The ${name} ended by itself (${code ?? signal}).`)
      })
    }
  })
  const stop = async () => {
    stopping = true
    await stopChild(server, patience)
    if (sandbox) await stopChild(sandbox.child, 5000)
  }
  try {
    await waitUntilReady(origin, server, options.logFile)
  } catch (error) {
    await stop()
    throw error
  }
  return { origin, environment: sandbox?.environment ?? {}, failed, stop }
}

/** An address that a program on this machine can open: 0.0.0.0 and :: are only good for listening. */
function originOf(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`
}

async function waitUntilReady(origin: string, server: ChildProcess, logFile?: string): Promise<void> {
  const deadline = Date.now() + 120_000
  let last = 'no answer'
  while (Date.now() < deadline) {
    if (server.exitCode !== null || server.signalCode !== null) {
      const place = logFile ? `in ${logFile}` : 'above'
      throw new Stop(`The server ended before it was ready; its last words stand ${place}.`)
    }
    try {
      const answer = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(5000) })
      if (answer.ok) return
      last = `${answer.status} ${(await answer.text()).slice(0, 200)}`
    } catch (error) {
      last = error instanceof Error ? error.message : String(error)
    }
    await pause(100)
  }
  throw new Stop(`The server was not ready within two minutes (${last}).`)
}
