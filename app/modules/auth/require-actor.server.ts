import { json, redirect } from '@remix-run/node'
import { paths } from '~/paths'
import { localPath, requestLocale, withoutLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import type { Actor } from './actor'
import { findActors } from './find-actor.server'
import { allows, type Permission } from './permissions'

/**
 * The first line of every closed loader and action: the signed-in user in the role that grants the permission.
 * A stranger is sent to sign in and comes back to the page, also to that of a form; somebody without the role gets 403 and learns nothing.
 */
export async function requireActor(request: Request, permission: Permission): Promise<Actor> {
  const actors = await findActors(request)
  const actor = actors.find((one) => allows(one.role, permission))
  if (actor) return actor
  const locale = requestLocale(request)
  if (actors.length > 0) throw json({ message: translator(locale)('errors.forbidden') }, { status: 403 })
  const returnTo = request.method === 'GET' ? pageOf(request.url) : pageOfForm(request)
  throw redirect(`${localPath(locale, paths.signIn())}?${new URLSearchParams({ returnTo })}`)
}

/** The first line of every loader and action that anybody may call: says so, for the reader and for the test over the route table. */
export function allowAnyone(_request: Request): void {}

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
