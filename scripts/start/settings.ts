import process from 'node:process'
import { dataRoot } from '../database/home'
import { Stop } from '../process/stop-with-sentence'

export interface StartSettings {
  mode: 'demo' | 'live'
  /** Hot reload instead of the built application. */
  development: boolean
  host: string
  /** 0 takes any free one. */
  port: number
  /** Null: the embedded database. */
  external: { appUrl: string; ownerUrl: string } | null
  /** Null: the offline sandbox in a demo, no card payments in live. */
  stripeSecretKey: string | null
  publicOrigin: string | null
  dataRoot: string
}

/** Everything that `npm start` reads from its environment; README and docs/operations.md list the names. */
export function readStartSettings(): StartSettings {
  const { env } = process
  const external = readExternal()
  const mode = readMode(external !== null)
  const stripeSecretKey = env.STRIPE_SECRET_KEY || null
  if (mode === 'demo' && stripeSecretKey && /^(sk|rk)_live_/.test(stripeSecretKey)) {
    throw new Stop('STRIPE_SECRET_KEY is a live key: set APP_MODE=live, or take a test key for the demo.')
  }
  return {
    mode,
    development: process.argv.includes('--dev'),
    host: env.HOST || '127.0.0.1',
    port: readPort(),
    external,
    stripeSecretKey,
    publicOrigin: readOrigin(mode),
    dataRoot: dataRoot(),
  }
}

function readMode(isExternal: boolean): 'demo' | 'live' {
  const mode = process.env.APP_MODE || (isExternal ? 'live' : 'demo')
  if (mode === 'demo' || mode === 'live') return mode
  throw new Stop(`APP_MODE is demo or live, not ${mode}.`)
}

/** Every address that a letter, a payment page or a search engine is given begins with it: a live shop without one would give them its loopback address. */
function readOrigin(mode: 'demo' | 'live'): string | null {
  const origin = process.env.PUBLIC_ORIGIN || null
  if (origin === null && mode === 'live') {
    throw new Stop(
      'A live shop needs PUBLIC_ORIGIN, such as https://shop.example: its addresses begin with it.',
    )
  }
  if (origin !== null && !/^https?:\/\/[^/]/.test(origin)) {
    throw new Stop('PUBLIC_ORIGIN is not an address like https://shop.example.')
  }
  return origin
}

function readPort(): number {
  const text = process.env.PORT || '3000'
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new Stop(`PORT must be a number from 0 to 65535, not ${text}.`)
}

function readExternal(): StartSettings['external'] {
  const { DATABASE_URL, MIGRATE_DATABASE_URL } = process.env
  if (!DATABASE_URL && !MIGRATE_DATABASE_URL) return null
  if (!DATABASE_URL)
    throw new Stop(
      'MIGRATE_DATABASE_URL is set, so DATABASE_URL (the role of the application) is needed too.',
    )
  if (!MIGRATE_DATABASE_URL) {
    throw new Stop('DATABASE_URL is set, so MIGRATE_DATABASE_URL (the owner of the tables) is needed too.')
  }
  for (const [name, url] of Object.entries({ DATABASE_URL, MIGRATE_DATABASE_URL })) {
    if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
      throw new Stop(`${name} is not an address like postgresql://user:password@host:5432/name.`)
    }
  }
  return { appUrl: DATABASE_URL, ownerUrl: MIGRATE_DATABASE_URL }
}
