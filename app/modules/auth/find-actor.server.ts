import type { Role } from '~/generated/prisma/enums'
import { prisma } from '~/platform/db/prisma.server'
import { readChoice } from '~/platform/http/choice-cookie.server'
import { tokenHash } from '~/platform/secrets/token.server'
import { actingCookie } from './acting-cookie'
import type { Actor } from './actor'
import { deskRegionCookie } from './desk-region-cookie'
import { type Entrusted, reachOf } from './entrusted'
import { mayAtPoint, type Permission } from './permissions'
import { sessionCookie } from './session.server'
import { idleMinutes, isStaff, pointIdleSeconds, sessionSeconds } from './session-length'

type SessionRow = {
  /** since sign-in */
  ageSeconds: number
  /** since it was used */
  idleSeconds: number
  isProved: boolean
  /** the shared device on which it was opened by a PIN */
  pointId: string | null
  hasFactor: boolean
  userId: string
  personId: string
  role: Role | null
  regionId: string | null
  regionPath: string | null
  /** sellers of her own */
  ownIds: string[]
  entrusted: Entrusted[]
}

/** Who a request comes from, and what keeps her from working as what she is. */
export type Standing = {
  /** the roles that work in this session */
  actors: Actor[]
  /** staff roles that wait for a second factor, which she has or has still to set up */
  waiting: { roles: Role[]; hasFactor: boolean } | null
  /** it ended because nobody used it */
  wasIdle: boolean
  /** it was opened by a PIN on a shared device, and reaches only what may be done there */
  isShared: boolean
}

const nobody: Standing = { actors: [], waiting: null, wasIdle: false, isShared: false }

/** One row per live role of the session's user; a user without a role is a buyer. The secret of the cookie is the proof: before there is a scope, standing_of alone stands behind the walls. */
async function readSession(token: string, request: Request): Promise<SessionRow[]> {
  const read = () => prisma.$queryRaw<SessionRow[]>`SELECT * FROM standing_of(${tokenHash(token)})`
  if (request.method !== 'GET') return read()
  const rows = standings.get(request) ?? read()
  standings.set(request, rows)
  return rows
}

/** A page that is only read has one standing from its beginning to its end. */
const standings = new WeakMap<Request, Promise<SessionRow[]>>()

/** Noted at most once in so many seconds: a session that was used is not idle. */
async function noteUse(token: string, seconds: number): Promise<void> {
  await prisma.$executeRaw`SELECT note_session_use(${tokenHash(token)}, ${seconds}::int)`
}

/**
 * What the request's session opens: nothing for a stranger, for a session older than the roles she holds now allow, and for one with a second factor that nobody used for half
 * an hour. A staff role works only in a session that proved a second factor; without it she is a buyer, or what else she is. With a permission the actors' sellers are those that it
 * reaches: of a mandate only what its scope entrusts, never money, cards or consents. What a PIN opened on a shared device reaches her own studio alone, and ends after two minutes
 * without use: to everything else she is a stranger there.
 */
export async function findStanding(request: Request, permission?: Permission): Promise<Standing> {
  const cookies = request.headers.get('Cookie')
  const token: unknown = await sessionCookie.parse(cookies)
  if (typeof token !== 'string') return nobody
  const rows = await readSession(token, request)
  const [first] = rows
  const held = rows.flatMap((row) => (row.role ? [row.role] : []))
  if (!first || first.ageSeconds >= sessionSeconds(held)) return nobody
  if (first.isProved && first.idleSeconds >= idleMinutes * 60) return { ...nobody, wasIdle: true }
  if (first.pointId !== null) return atPoint(token, first, rows, permission)
  if (first.idleSeconds > 60) await noteUse(token, 60)
  const works = (role: Role | null) => role !== null && (first.isProved || !isStaff(role))
  const working = inRegion(
    rows.filter(({ role }) => works(role)),
    readChoice(deskRegionCookie, cookies),
  )
  const roles = working.flatMap((row) => (row.role ? [row.role] : []))
  const sellerIds = reachOf({ ...first, permission, chosen: readChoice(actingCookie, cookies) })
  const actors = (
    working.length > 0 ? working : [{ ...first, role: null, regionId: null, regionPath: null }]
  ).map((row) => actorOf(row, roles, sellerIds))
  const waiting = held.filter((role) => !works(role))
  return {
    actors: first.entrusted.length > 0 ? [...actors, agentOf(first, roles, sellerIds)] : actors,
    waiting: waiting.length > 0 ? { roles: waiting, hasFactor: first.hasFactor } : null,
    wasIdle: false,
    isShared: false,
  }
}

/** Of a coordinator's regions the one in which she works now comes first: of those that she was given, the one that she chose, else the first. Each actor sees one region. */
function inRegion(rows: readonly SessionRow[], chosen: string | null): SessionRow[] {
  const isChosen = ({ regionId }: SessionRow) => regionId !== null && regionId === chosen
  const own = rows.filter(({ role }) => role === 'coordinator')
  const ordered = [...own.filter(isChosen), ...own.filter((row) => !isChosen(row))].values()
  return rows.map((row) => (row.role === 'coordinator' ? (ordered.next().value ?? row) : row))
}

/** What a session on a shared device opens: the roles of the studio, for her own shop, where the permission may be used there. */
async function atPoint(
  token: string,
  first: SessionRow,
  rows: readonly SessionRow[],
  permission: Permission | undefined,
): Promise<Standing> {
  if (first.idleSeconds >= pointIdleSeconds) return nobody
  if (first.idleSeconds > 5) await noteUse(token, 5)
  const roles = rows.flatMap(({ role }) => (role === 'artisan' || role === 'broker' ? [role] : []))
  const isOpen = permission !== undefined && mayAtPoint(permission)
  return {
    ...nobody,
    isShared: true,
    actors: isOpen
      ? roles.map((role) =>
          actorOf({ ...first, role, regionId: null, regionPath: null }, roles, first.ownIds),
        )
      : [],
  }
}

/** Whoever acts for a maker, whatever else she is. */
function agentOf(row: SessionRow, roles: Role[], sellerIds: string[]): Actor {
  return {
    ...actorOf({ ...row, role: null, regionId: null, regionPath: null }, roles, sellerIds),
    role: 'agent',
  }
}

function actorOf(row: SessionRow, roles: Role[], sellerIds: string[]): Actor {
  const role = row.role ?? 'buyer'
  return {
    userId: row.userId,
    personId: row.personId,
    role,
    roles: roles.length > 0 ? roles : ['buyer'],
    regionId: row.regionId,
    regionPath: row.regionPath,
    sellerIds,
    scope: role === 'coordinator' && row.regionPath ? { region: row.regionPath } : { person: row.personId },
  }
}

/** Every role that works in the request's session, as actors (see findStanding); empty for a stranger. */
export async function findActors(request: Request): Promise<Actor[]> {
  return (await findStanding(request)).actors
}

/** The signed-in user in her first role, or null for a stranger. For pages that are public but greet her. */
export async function findActor(request: Request): Promise<Actor | null> {
  const [actor] = await findActors(request)
  return actor ?? null
}
