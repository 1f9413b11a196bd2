import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exitOf, startChild } from '../process/child'
import { findFreePort, isPortFree } from '../process/free-port'
import { Stop } from '../process/stop-with-sentence'

export interface Sandbox {
  child: ChildProcess
  /** What the application needs to speak to it. */
  environment: {
    STRIPE_API_BASE: string
    STRIPE_SECRET_KEY: string
    STRIPE_WEBHOOK_SECRET: string
    STRIPE_CONNECT_WEBHOOK_SECRET: string
  }
}

/** Starts the offline stand-in for Stripe; it keeps its state, and if it can its port, between runs. */
export async function startSandbox(directory: string, origin: string): Promise<Sandbox> {
  mkdirSync(directory, { recursive: true })
  const port = await choosePort(join(directory, 'stripe-sandbox.port'))
  const keys = {
    STRIPE_SECRET_KEY: `sk_test_sandbox${randomBytes(16).toString('hex')}`,
    STRIPE_WEBHOOK_SECRET: `whsec_${randomBytes(24).toString('hex')}`,
    STRIPE_CONNECT_WEBHOOK_SECRET: `whsec_${randomBytes(24).toString('hex')}`,
  }
  const child = startChild('scripts/stripe-sandbox/main.ts', [], {
    output: 'pipe',
    environment: {
      ...keys,
      STRIPE_SANDBOX_PORT: String(port),
      STRIPE_SANDBOX_STATE: join(directory, 'stripe-sandbox.json'),
      STRIPE_WEBHOOK_URL: `${origin}/webhooks/stripe`,
      STRIPE_CONNECT_WEBHOOK_URL: `${origin}/webhooks/stripe-connect`,
    },
  })
  child.stderr?.pipe(process.stderr)
  const address = await Promise.race([readyAddress(child), exitOf(child)])
  if (typeof address !== 'string' || !address.startsWith('http')) {
    throw new Stop(`The payment sandbox did not start (${address}).`)
  }
  child.stdout?.resume()
  return { child, environment: { ...keys, STRIPE_API_BASE: address } }
}

async function choosePort(file: string): Promise<number> {
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  const port = last > 0 && (await isPortFree(last)) ? last : await findFreePort()
  writeFileSync(file, String(port))
  return port
}

/** The sandbox prints one line when it listens: `ready <address>`. */
function readyAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    child.stdout?.on('data', (chunk) => {
      text += String(chunk)
      const line = /^ready (\S+)$/m.exec(text)
      if (line?.[1]) resolve(line[1])
    })
  })
}
