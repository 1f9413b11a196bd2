import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readSessionToken } from '~/modules/auth/read-session-token.server'
import { requireActor } from '~/modules/auth/require-actor.server'
import { findOwnPieces } from '~/modules/catalog/find-own-pieces.server'
import { leaveBrowser } from '~/modules/orders/leave-browser.server'
import { closeAccount } from '~/modules/own-data/close-account.server'
import { CloseForm } from '~/modules/own-data/components/close-form'
import { findOpenMatters } from '~/modules/own-data/find-open-matters.server'
import { requestClosingCode } from '~/modules/own-data/request-closing-code.server'
import { CloseByCode, CloseFresh } from '~/modules/own-data/schema'
import { NotePieces } from '~/modules/pocket/components/forget-closed'
import { paths } from '~/paths'
import { handleFormData, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  const [closing, pieces] = await Promise.all([findOpenMatters({ actor }), findOwnPieces({ actor })])
  return { closing, pieces }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  const form = await readForm(request)
  if (form.get('intent') === 'code')
    return handleFormData(request, form, z.object({}), async () =>
      json({ sent: await requestClosingCode({ actor, address: context.clientAddress }) }),
    )
  const token = await readSessionToken(request)
  const { hasPhone } = await findOpenMatters({ actor })
  const close = async (code: string | null) => {
    await closeAccount({ actor, code, token })
    const headers = await leaveBrowser({ request, userId: actor.userId, isClosed: true })
    return redirect(localPath(requestLocale(request), paths.signIn({ closed: true })), { headers })
  }
  return hasPhone
    ? handleFormData(request, form, CloseByCode, ({ code }) => close(code))
    : handleFormData(request, form, CloseFresh, () => close(null))
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('closing.title'))

export default function CloseAccount() {
  const { closing, pieces } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const { t } = useTranslator()
  const failure = said && 'errors' in said ? said : null
  const sent = said && 'sent' in said ? said.sent : null
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>{t('closing.title')}</h1>
      </header>
      <Refusal text={refusalText(t, failure)} />
      {sent ? (
        <Banner tone="info" role="status" className="mb-5">
          {sent.shownCode === null ? t('closing.codeSent') : t('account.demoCode', { code: sent.shownCode })}
        </Banner>
      ) : null}
      <NotePieces pieces={pieces} />
      <CloseForm closing={closing} failure={failure} />
    </div>
  )
}
