import process from 'node:process'
import pg from 'pg'
import { connections, seconds } from './measure'

/** What a page asks of the database, asked again and again through `pg` and nothing else: what is left when rendering, routing and the client are taken away. */

type Statement = { text: string; values: unknown[] }

/** The statements that this work asks. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const asked: Statement[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = new Proxy(query, {
    apply(target, self, values: unknown[]) {
      const [first] = values
      if (typeof first === 'object' && first !== null && 'text' in first && 'values' in first)
        asked.push({ text: String(first.text), values: Array.isArray(first.values) ? first.values : [] })
      return Reflect.apply(target, self, values)
    },
  })
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return asked
}

/** How often a second ten connections are answered all these statements. */
export async function rateOf(statements: readonly Statement[]): Promise<number> {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: connections })
  const started = performance.now()
  const mayGoOn = () => performance.now() - started < seconds * 500
  let answered = 0
  const one = async () => {
    while (mayGoOn()) {
      for (const { text, values } of statements) await pool.query(text, values)
      answered += 1
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  const rate = answered / ((performance.now() - started) / 1000)
  await pool.end()
  return rate
}
