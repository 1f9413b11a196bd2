import { redirect } from '@remix-run/node'
import type { Actor } from '~/modules/auth/actor'
import { readSessionToken } from '~/modules/auth/read-session-token.server'
import { paths } from '~/paths'
import { handleFormData, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { clearDevice, shareDevice } from './clear-device.server'
import { openPoint } from './open-point.server'
import { removeTile } from './remove-tile.server'
import { revokePoint } from './revoke-point.server'
import { OpenPointForm, PointForm, TileForm } from './schema'

type Asked = {
  request: Request
  actor: Actor
  /** the page, with what it says was done */
  page: (done: 'revoked' | 'removed') => string
}

/** The forms of the pages about service points, told apart by their button's `intent`, the same in the studio and at the desk. */
export async function answerPoints({ request, actor, page }: Asked) {
  const form = await readForm(request)
  const locale = requestLocale(request)
  switch (form.get('intent')) {
    case 'open':
      return handleFormData(request, form, OpenPointForm, async (input) => {
        const oldToken = await readSessionToken(request)
        const token = await openPoint({ actor, oldToken, ...input })
        const headers = [...clearDevice(request), ...(await shareDevice(token))]
        return redirect(localPath(locale, paths.point()), { status: 303, headers })
      })
    case 'revoke':
      return handleFormData(request, form, PointForm, async ({ pointId }) => {
        await revokePoint({ actor, pointId })
        return redirect(localPath(locale, page('revoked')), 303)
      })
    case 'remove':
      return handleFormData(request, form, TileForm, async ({ memberId }) => {
        await removeTile({ actor, memberId })
        return redirect(localPath(locale, page('removed')), 303)
      })
    default:
      throw new Response(null, { status: 400 })
  }
}
