import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { DeskFlags } from '~/modules/flags/components/desk-flags'
import { decideFlag } from '~/modules/flags/decide-flag.server'
import { findFlags } from '~/modules/flags/find-flags.server'
import { DecideFlagForm, FlagsSearch } from '~/modules/flags/schema'
import { paths } from '~/paths'
import { handleForm, parseSearch } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'flag:decide')
  const flags = await findFlags({ actor, locale: requestLocale(request) })
  return { ...flags, ...parseSearch(request, FlagsSearch) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'flag:decide')
  return handleForm(request, DecideFlagForm, async (input) => {
    await decideFlag({ actor, ...input })
    return redirect(localPath(requestLocale(request), paths.deskFlags({ said: input.decision })), 303)
  })
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('flags.title'))

export default function DeskFlagsPage() {
  const { waiting, decided, said } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t } = useTranslator()
  const sellerOrderId = failed?.values.sellerOrderId ?? ''
  const error = failed?.errors.reason
  const isThere = waiting.some((row) => row.sellerOrderId === sellerOrderId)
  return (
    <>
      <header className="desk-head">
        <h1>{t('flags.title')}</h1>
        <p>{t('flags.lead')}</p>
      </header>
      <Refusal text={refusalText(t, failed, isThere)} />
      {said !== null && !failed ? (
        <Banner tone="done" role="status">
          {t(said === 'counted' ? 'flags.doneCounted' : 'flags.doneLeftOut')}
        </Banner>
      ) : null}
      {waiting.length === 0 ? (
        <p className="quiet">{t('flags.none')}</p>
      ) : (
        <DeskFlags
          caption={t('flags.title')}
          rows={waiting}
          failure={error ? { sellerOrderId, error, typed: failed?.values.reason ?? '' } : null}
        />
      )}
      {decided.length > 0 ? (
        <section>
          <h2>{t('flags.decidedTitle')}</h2>
          <DeskFlags caption={t('flags.decidedTitle')} rows={decided} failure={null} />
        </section>
      ) : null}
    </>
  )
}
