import { json, redirect } from '@remix-run/node'
import { paths } from '~/paths'
import { localPath, requestLocale, withoutLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import type { Actor } from './actor'
import { findStanding } from './find-actor.server'
import { allows, type Permission } from './permissions'
import { readPointToken } from './point-cookie.server'

/**
 * The first line of every closed loader and action: the signed-in user in the role that grants the permission.
 * A stranger is sent to sign in and comes back to the page, also to that of a form; whoever holds the role and has not proved her second factor in this session is sent to do so, or to set it up;
 * somebody without the role gets 403 and learns nothing. On a shared device everybody who is not signed in stands before its tiles, and what a PIN does not reach is 403 with a sentence.
 */
export async function requireActor(request: Request, permission: Permission): Promise<Actor> {
  const { actors, waiting, wasIdle, isShared } = await findStanding(request, permission)
  const actor = actors.find((one) => allows(one.role, permission))
  if (actor) return actor
  const locale = requestLocale(request)
  const t = translator(locale)
  if (isShared) throw json({ message: t('point.notHere') }, { status: 403 })
  const leadTo = (path: string, query: Record<string, string> = {}) =>
    redirect(`${localPath(locale, path)}?${new URLSearchParams({ returnTo: wanted(request), ...query })}`)
  if (waiting?.roles.some((role) => allows(role, permission)))
    throw leadTo(waiting.hasFactor ? paths.staffSignIn() : paths.staffSetUp())
  if (actors.length > 0) throw json({ message: t('errors.forbidden') }, { status: 403 })
  await leadToTiles(request)
  throw wasIdle ? leadTo(paths.staffSignIn(), { left: 'idle' }) : leadTo(paths.signIn())
}

/** The first line of every loader and action that anybody may call: says so, for the reader and for the test over the route table. */
export function allowAnyone(_request: Request): void {}

/** On a shared device nobody signs in as at home: she stands before its tiles. Everywhere else nothing happens. */
export async function leadToTiles(request: Request): Promise<void> {
  if ((await readPointToken(request)) !== null)
    throw redirect(localPath(requestLocale(request), paths.point()))
}

/** What was asked for, to come back to. */
function wanted(request: Request): string {
  return request.method === 'GET' ? pageOf(request.url) : pageOfForm(request)
}

/** Where somebody is led back to whose session ended while she filled in a form: the page that showed it, as her browser says. */
function pageOfForm(request: Request): string {
  const from = request.headers.get('Referer')
  const here = new URL(request.url)
  if (!from || !URL.canParse(from) || new URL(from).host !== here.host) return '/'
  return pageOf(from)
}

function pageOf(address: string): string {
  const { pathname, search } = new URL(address)
  return `${withoutLocale(pathname)}${withoutDataParameter(search)}`
}

function withoutDataParameter(search: string): string {
  const query = new URLSearchParams(search)
  query.delete('_data')
  const text = query.toString()
  return text ? `?${text}` : ''
}
