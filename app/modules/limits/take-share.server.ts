import { settingOf, settingSql } from '~/modules/settings/setting-sql.server'
import { settings } from '~/modules/settings/settings'
import { Prisma, prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { keyedHash } from '~/platform/secrets/token.server'
import { type Limited, limits } from './limits'

/** What a process remembers of an asker who was refused, or has no limit: no more than so many units are left. Milliseconds of this process. */
type Seen = { left: number; askAgainAt: number; endsAt: number }

const seen = new Map<string, Seen>()
const asking = new Map<string, Promise<void>>()

/** of so many askers a process remembers what is left */
const mostSeen = 10_000
/** a refused one is looked up again after so long, a changed setting heard after so long */
const refusedMs = 5_000
const unlimitedMs = 20_000

type Asked = {
  what: Limited
  /** an account's id, or what counts as one address (addressKey) */
  of: string
  units?: number
}

/**
 * Counts what somebody asks for, in the database alone, so that it is the same for any number of processes and after a new start. Whoever was refused is refused by memory for some seconds; whoever asks for much at the
 * same time is answered one after the other, over one connection. What alone is larger than all of a share is had while nothing of it is used. Refuses (429) beyond the setting's limit until its time is over.
 */
export async function takeShare({ what, of, units = 1 }: Asked): Promise<void> {
  const key = `${what}|${of}`
  const own = (asking.get(key) ?? Promise.resolve()).then(() => takeNext(key, what, units))
  const isDone = own.then(
    () => {},
    () => {},
  )
  asking.set(key, isDone)
  try {
    await own
  } finally {
    if (asking.get(key) === isDone) asking.delete(key)
  }
}

async function takeNext(key: string, what: Limited, units: number): Promise<void> {
  const known = seen.get(key)
  const isKnown = known !== undefined && known.askAgainAt > Date.now()
  if (isKnown && known.left === Number.POSITIVE_INFINITY) return
  if (isKnown && known.left < units) throw refusal(what, known)
  if (await take(key, what, units)) return
  const left = await look(key, what)
  seen.delete(key)
  seen.set(key, left)
  for (const oldest of seen.keys()) {
    if (seen.size <= mostSeen) break
    seen.delete(oldest)
  }
  if (left.left < units) throw refusal(what, left)
}

function refusal(what: Limited, { endsAt }: Seen): Refusal {
  const seconds = Math.max(1, Math.ceil((endsAt - Date.now()) / 1000))
  return new Refusal(limits[what].says, 429, {}, null, seconds)
}

/**
 * Takes all of it or nothing, and says whether; nothing where there is no limit. A count ends with its time; one that ends more than a whole time later than a new one would comes from a clock that was put back (who
 * began a moment earlier only sees it end a moment late). A count that a crash of the database loses costs nobody anything: nothing waits for the disk.
 */
async function take(key: string, what: Limited, units: number): Promise<boolean> {
  const { setting, unitsEach, seconds } = limits[what]
  const isOver = Prisma.sql`(u."endsAt" <= app_now() OR u."endsAt" > excluded."endsAt" + make_interval(secs => ${seconds}::int))`
  const taken = await prisma.$executeRaw`
    WITH most AS (SELECT coalesce(${settingSql(setting)}::int, ${settings[setting].value}::int) * ${unitsEach}::int AS units, set_config('synchronous_commit', 'off', true))
    INSERT INTO "UsedShare" AS u ("keyHash", used, "endsAt")
    SELECT ${keyedHash('share', key)}, least(${units}::int, units), app_now() + make_interval(secs => ${seconds}::int) FROM most WHERE units > 0
    ON CONFLICT ("keyHash") DO UPDATE SET
      used = CASE WHEN ${isOver} THEN excluded.used ELSE u.used + excluded.used END,
      "endsAt" = CASE WHEN ${isOver} THEN excluded."endsAt" ELSE u."endsAt" END
      WHERE ${isOver} OR u.used + excluded.used <= (SELECT units FROM most)`
  return taken > 0
}

async function look(key: string, what: Limited): Promise<Seen> {
  const { setting, unitsEach } = limits[what]
  const [row] = await prisma.$queryRaw<{ used: number | null; setting: string | null; seconds: number }[]>`
    SELECT u.used, ${settingSql(setting)} AS setting, greatest(1, ceil(extract(epoch FROM u."endsAt" - app_now())))::int AS seconds
    FROM (SELECT 1) one LEFT JOIN "UsedShare" u ON u."keyHash" = ${keyedHash('share', key)}`
  const most = settingOf(setting, row?.setting ?? null) * unitsEach
  const now = Date.now()
  if (most === 0)
    return { left: Number.POSITIVE_INFINITY, askAgainAt: now + unlimitedMs, endsAt: now + unlimitedMs }
  const endsAt = now + (row?.seconds ?? 1) * 1000
  return { left: most - (row?.used ?? 0), askAgainAt: Math.min(endsAt, now + refusedMs), endsAt }
}
