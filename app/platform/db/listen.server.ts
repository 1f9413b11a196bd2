import pg from 'pg'
import { env } from '~/platform/env.server'
import { log } from '~/platform/log.server'

const pauseBetweenTries = 500
/** A connection that died without a word is found by asking it. */
const beat = 5_000
const patience = 3_000

/**
 * Listens on a channel of the database for as long as the process lives, on a connection of its own. `onHeard` gets each payload; `onState` says true when the channel is heard and
 * false the moment it may not be: what was announced meanwhile is lost, and whoever relied on it starts anew. Returns how to stop.
 */
export function listen({
  channel,
  onHeard,
  onState,
}: {
  channel: 'pages'
  onHeard: (payload: string) => void
  onState: (isHeard: boolean) => void
}): () => Promise<void> {
  let isStopped = false
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    const own = new pg.Client({
      connectionString: env.DATABASE_URL,
      keepAlive: true,
      connectionTimeoutMillis: patience,
      query_timeout: patience,
    })
    client = own
    const lose = () => {
      if (client !== own) return
      client = null
      onState(false)
      own.end().catch(() => {})
      if (!isStopped) timer = setTimeout(() => void connect(), pauseBetweenTries)
    }
    own.on('error', lose)
    own.on('end', lose)
    own.on('notification', ({ payload = '' }) => onHeard(payload))
    try {
      await own.connect()
      await own.query(`LISTEN ${channel}`)
      if (client === own) onState(true)
      while (client === own) {
        await new Promise((resolve) => {
          timer = setTimeout(resolve, beat)
          timer.unref()
        })
        if (client === own) await own.query('SELECT 1')
      }
    } catch (error) {
      if (!isStopped) log.error('listen.failed', error)
      lose()
    }
  }
  void connect()

  return async () => {
    isStopped = true
    clearTimeout(timer)
    const last = client
    client = null
    await last?.end()
  }
}
