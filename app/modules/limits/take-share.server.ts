import { settingOf, settingSql } from '~/modules/settings/setting-sql.server'
import { settings } from '~/modules/settings/settings'
import { prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { keyedHash } from '~/platform/secrets/token.server'
import { type Limited, limits } from './limits'

/** What a process holds of somebody's share: units to spend, or none left until the time is over. Milliseconds of this process. */
type Held = { left: number; isOver: boolean; askAgainAt: number; endsAt: number }

const held = new Map<string, Held>()
const asking = new Map<string, Promise<Held>>()

/** of so many askers a process remembers what they hold; who is forgotten is asked for again */
const mostHeld = 10_000
/** a refused one is looked up again after so long, a changed setting heard after so long */
const refusedMs = 5_000
const heldMs = 20_000

/**
 * Counts what somebody asks for, in the database, so that neither another process nor a new start forgets it. A step of units is taken by one statement and spent without one; whoever has had all of it is refused
 * by memory for some seconds. What a process took and did not spend is lost to the asker, never won. Refuses (429) beyond the setting's limit until its time is over.
 */
export async function takeShare({
  what,
  of,
  units = 1,
}: {
  what: Limited
  /** an account's id, or what counts as one address (addressKey) */
  of: string
  units?: number
}): Promise<void> {
  const key = `${what}|${of}`
  for (;;) {
    const mine = held.get(key)
    if (mine && mine.askAgainAt > Date.now()) {
      if (mine.left >= units) {
        mine.left -= units
        return
      }
      if (mine.isOver) throw refusal(what, mine)
    }
    await askOnce(key, what, units)
  }
}

function refusal(what: Limited, { endsAt }: Held): Refusal {
  const seconds = Math.max(1, Math.ceil((endsAt - Date.now()) / 1000))
  return new Refusal(limits[what].says, 429, {}, null, seconds)
}

/** Many who ask at the same time take one step, not one each. */
async function askOnce(key: string, what: Limited, units: number): Promise<void> {
  const begun = asking.get(key)
  if (begun) {
    await begun
    return
  }
  const own = ask(key, what, Math.max(units, limits[what].step))
  asking.set(key, own)
  try {
    const got = await own
    held.delete(key)
    held.set(key, got)
    for (const oldest of held.keys()) {
      if (held.size <= mostHeld) break
      held.delete(oldest)
    }
  } finally {
    asking.delete(key)
  }
}

async function ask(key: string, what: Limited, units: number): Promise<Held> {
  const { setting, unitsEach, seconds } = limits[what]
  const usual = settings[setting].value
  const [row] = await prisma.$queryRaw<{ used: number; setting: string | null; seconds: number }[]>`
    WITH most AS (SELECT ${settingSql(setting)} AS setting)
    INSERT INTO "UsedShare" AS u ("keyHash", used, "endsAt")
    VALUES (${keyedHash('share', key)}, ${units}::int, app_now() + make_interval(secs => ${seconds}::int))
    ON CONFLICT ("keyHash") DO UPDATE SET
      used = CASE WHEN u."endsAt" > app_now() AND u."endsAt" <= excluded."endsAt"
        THEN least(u.used, (SELECT coalesce(setting::int, ${usual}::int) FROM most) * ${unitsEach}::int) + excluded.used ELSE excluded.used END,
      "endsAt" = CASE WHEN u."endsAt" > app_now() AND u."endsAt" <= excluded."endsAt" THEN u."endsAt" ELSE excluded."endsAt" END
    RETURNING used, (SELECT setting FROM most) AS setting, greatest(1, ceil(extract(epoch FROM "endsAt" - app_now())))::int AS seconds`
  if (!row) throw new Error('a share was taken and not said')
  const now = Date.now()
  const endsAt = now + row.seconds * 1000
  const most = settingOf(setting, row.setting) * unitsEach
  const left = most === 0 ? Number.POSITIVE_INFINITY : units - Math.max(0, row.used - most)
  const isOver = left < units
  return {
    left: Math.max(0, left),
    isOver,
    askAgainAt: Math.min(endsAt, now + (isOver ? refusedMs : heldMs)),
    endsAt,
  }
}
