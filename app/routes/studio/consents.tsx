import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { OwnConsents } from '~/modules/consents/components/own-consents'
import { findOwnConsents } from '~/modules/consents/find-own-consents.server'
import { giveConsent } from '~/modules/consents/give-consent.server'
import { ConsentsSearch, GiveForm, WithdrawForm } from '~/modules/consents/schema'
import { withdrawConsent } from '~/modules/consents/withdraw-consent.server'
import { paths } from '~/paths'
import { handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'consent:own')
  const consents = await findOwnConsents({ actor, locale: requestLocale(request) })
  return { consents, ...parseSearch(request, ConsentsSearch) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'consent:own')
  const form = await readForm(request)
  const back = (done: string) =>
    redirect(localPath(requestLocale(request), paths.studioConsents({ done })), 303)
  if (form.get('intent') === 'give')
    return handleFormData(request, form, GiveForm, async (input) => {
      await giveConsent({ actor, ...input })
      return back('given')
    })
  return handleFormData(request, form, WithdrawForm, async ({ purpose }) => {
    await withdrawConsent({ actor, purpose })
    return back('withdrawn')
  })
}

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' })

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('consents.title'))

export default function StudioConsents() {
  const { consents, done } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t } = useTranslator()
  return (
    <>
      <h1 className="studio-heading">{t('consents.title')}</h1>
      <p className="studio-lead">{t('consents.lead')}</p>
      <Refusal text={refusalText(t, failure)} />
      {done && !failure ? (
        <Banner tone="done" role="status">
          {t(`consents.done_${done}`)}
        </Banner>
      ) : null}
      <div className="studio-form">
        <OwnConsents consents={consents} failure={failure} />
      </div>
    </>
  )
}
