import { settingOf, settingSql } from '~/modules/settings/setting-sql.server'
import { settings } from '~/modules/settings/settings'
import { Prisma, prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { keyedHash } from '~/platform/secrets/token.server'
import { type Limited, limits } from './limits'

/** What a process remembers of an asker who was refused, or has no limit: no more than so many units are left. Milliseconds of this process. */
type Seen = { left: number; askAgainAt: number; endsAt: number }

const seen = new Map<string, Seen>()
/** What a process has taken ahead for an asker and not given out. */
const held = new Map<string, { left: number; until: number }>()
const asking = new Map<string, Promise<void>>()

/** of so many askers a process remembers what is left */
const mostKnown = 10_000
/** a refused one is looked up again after so long, a changed setting heard after so long */
const refusedMs = 5_000
const heldMs = 20_000

type Asked = {
  what: Limited
  /** an account's id, or what counts as one address (addressKey) */
  of: string
  units?: number
}

/**
 * Counts what somebody asks for, in the database, so that neither another process nor a new start forgets it: never more than the setting's limit is given out, however many processes run. Of what may be taken ahead
 * (`isAhead`) a process takes a fortieth at once while less than half of the limit is used, and gives that out without a statement; what it does not give out is lost to the asker, who has half of the limit in any case,
 * and all of everything else. Whoever was refused is refused by memory for some seconds; whoever asks for much at the same time is answered one after the other, over one connection. What alone is larger than all of a
 * limit is had while nothing of it is used. Refuses (429) beyond it until its time is over.
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
  const now = Date.now()
  const own = held.get(key)
  if (own && own.until > now && own.left >= units) {
    own.left -= units
    return
  }
  const known = seen.get(key)
  const isKnown = known !== undefined && known.askAgainAt > now
  if (isKnown && known.left === Number.POSITIVE_INFINITY) return
  if (isKnown && known.left < units) throw refusal(what, known)
  if (limits[what].isAhead) {
    const ahead = await take(key, what, { units, isAhead: true })
    if (ahead > units) remember(held, key, { left: ahead - units, until: now + heldMs })
    if (ahead > 0) return
  }
  if ((await take(key, what, { units, isAhead: false })) > 0) return
  const left = await look(key, what)
  remember(seen, key, left)
  if (left.left < units) throw refusal(what, left)
}

function remember<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key)
  map.set(key, value)
  for (const oldest of map.keys()) {
    if (map.size <= mostKnown) break
    map.delete(oldest)
  }
}

function refusal(what: Limited, { endsAt }: Seen): Refusal {
  const seconds = Math.max(1, Math.ceil((endsAt - Date.now()) / 1000))
  return new Refusal(limits[what].says, 429, {}, null, seconds)
}

/**
 * Takes all of it or nothing, and says how much; nothing where there is no limit. A count ends with its time; one that ends more than a whole time later than a new one would comes from a clock that was put back (who
 * began a moment earlier only sees it end a moment late). A count that a crash of the database loses costs nobody anything: nothing waits for the disk.
 */
async function take(
  key: string,
  what: Limited,
  { units, isAhead }: { units: number; isAhead: boolean },
): Promise<number> {
  const { setting, unitsEach, seconds } = limits[what]
  const isOver = Prisma.sql`(u."endsAt" <= app_now() OR u."endsAt" > excluded."endsAt" + make_interval(secs => ${seconds}::int))`
  const rows = await prisma.$queryRaw<{ taken: number }[]>`
    WITH all_of AS (SELECT coalesce(${settingSql(setting)}::int, ${settings[setting].value}::int) * ${unitsEach}::int AS units, set_config('synchronous_commit', 'off', true)),
      most AS (SELECT CASE WHEN ${isAhead} THEN units / 2 ELSE units END AS bound, CASE WHEN ${isAhead} THEN greatest(${units}::int, units / 40) ELSE least(${units}::int, units) END AS wanted FROM all_of WHERE units > 0)
    INSERT INTO "UsedShare" AS u ("keyHash", used, "endsAt")
    SELECT ${keyedHash('share', key)}, wanted, app_now() + make_interval(secs => ${seconds}::int) FROM most WHERE wanted <= bound
    ON CONFLICT ("keyHash") DO UPDATE SET
      used = CASE WHEN ${isOver} THEN excluded.used ELSE u.used + excluded.used END,
      "endsAt" = CASE WHEN ${isOver} THEN excluded."endsAt" ELSE u."endsAt" END
      WHERE ${isOver} OR u.used + excluded.used <= (SELECT bound FROM most)
    RETURNING (SELECT wanted FROM most) AS taken`
  return rows[0]?.taken ?? 0
}

async function look(key: string, what: Limited): Promise<Seen> {
  const { setting, unitsEach } = limits[what]
  const [row] = await prisma.$queryRaw<{ used: number | null; setting: string | null; seconds: number }[]>`
    SELECT u.used, ${settingSql(setting)} AS setting, greatest(1, ceil(extract(epoch FROM u."endsAt" - app_now())))::int AS seconds
    FROM (SELECT 1) one LEFT JOIN "UsedShare" u ON u."keyHash" = ${keyedHash('share', key)}`
  const most = settingOf(setting, row?.setting ?? null) * unitsEach
  const now = Date.now()
  if (most === 0) return { left: Number.POSITIVE_INFINITY, askAgainAt: now + heldMs, endsAt: now + heldMs }
  const endsAt = now + (row?.seconds ?? 1) * 1000
  return { left: most - (row?.used ?? 0), askAgainAt: Math.min(endsAt, now + refusedMs), endsAt }
}
