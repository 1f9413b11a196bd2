import type { ChildProcess } from 'node:child_process'
import { exitOf, startChild, stopChild } from '../process/child'
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
  /** `pipe` keeps the server's log off the terminal. */
  output?: 'inherit' | 'pipe'
}

export interface Application {
  origin: string
  server: ChildProcess
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
  const server = startChild('server.ts', [], {
    output: options.output,
    nodeOptions: ['--enable-source-maps'],
    environment: {
      ...options.environment,
      ...sandbox?.environment,
      STRIPE_WEBHOOK_SECRET: sandbox?.environment.STRIPE_WEBHOOK_SECRET ?? process.env.STRIPE_WEBHOOK_SECRET,
      NODE_ENV: development ? 'development' : 'production',
      HOST: host,
      PORT: String(port),
    },
  })
  let stopping = false
  const failed = new Promise<string>((resolve) => {
    const watch = (name: string, child: ChildProcess) =>
      exitOf(child).then((code) => !stopping && resolve(`The ${name} ended by itself (${code}).`))
    watch('server', server)
    if (sandbox) watch('payment sandbox', sandbox.child)
  })
  const stop = async () => {
    stopping = true
    await stopChild(server, patience)
    if (sandbox) await stopChild(sandbox.child, 5000)
  }
  try {
    await waitUntilReady(origin, server)
  } catch (error) {
    await stop()
    throw error
  }
  return { origin, server, failed, stop }
}

/** An address that a program on this machine can open: 0.0.0.0 and :: are only good for listening. */
function originOf(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`
}

async function waitUntilReady(origin: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 120_000
  let last = 'no answer'
  while (Date.now() < deadline) {
    if (server.exitCode !== null || server.signalCode !== null) {
      throw new Stop('The server ended before it was ready; its last words stand above.')
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
