import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { CloseCardForm, ConnectForm, PurseForm, SettingsSearch } from '~/modules/purses/card-form'
import { closeCard } from '~/modules/purses/close-card.server'
import { PurseSection } from '~/modules/purses/components/purse-section'
import { findOnboardingLink } from '~/modules/purses/find-onboarding-link.server'
import { findPurses } from '~/modules/purses/find-purses.server'
import { openConnectAccount } from '~/modules/purses/open-connect-account.server'
import { withdrawConnect } from '~/modules/purses/withdraw-connect.server'
import { getText } from '~/modules/settings/find-text.server'
import { paths } from '~/paths'
import { handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { returnOrigin } from '~/platform/http/public-origin.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'card:write')
  const abroadText = await getText('payout_abroad', requestLocale(request))
  return { purses: await findPurses({ actor }), abroadText, ...parseSearch(request, SettingsSearch) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'card:write')
  const locale = requestLocale(request)
  const form = await readForm(request)
  const toProvider = async (purse: string) => {
    const returnAddress = returnOrigin(request) + localPath(locale, paths.studioConnect({ purse }))
    return redirect(await findOnboardingLink({ actor, purse, returnAddress }), 303)
  }
  switch (form.get('intent')) {
    case 'close':
      return handleFormData(request, form, CloseCardForm, async ({ cardId }) => {
        await closeCard({ actor, cardId })
        return redirect(localPath(locale, `${paths.studioSettings()}?done=closed`), 303)
      })
    case 'open':
      return handleFormData(request, form, ConnectForm, async (input) => {
        await openConnectAccount({ actor, ...input })
        return toProvider(input.purse)
      })
    case 'agree':
      return handleFormData(request, form, ConnectForm, async (input) => {
        await openConnectAccount({ actor, ...input })
        return redirect(localPath(locale, `${paths.studioSettings()}?done=agreed`), 303)
      })
    case 'withdraw':
      return handleFormData(request, form, PurseForm, async ({ purse }) => {
        await withdrawConnect({ actor, purse })
        return redirect(localPath(locale, `${paths.studioSettings()}?done=withdrawn`), 303)
      })
    case 'onboard':
      return handleFormData(request, form, PurseForm, ({ purse }) => toProvider(purse))
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('card.title'))

/** What has just been done, in words. */
const doneKeys = {
  card: 'card.registered',
  closed: 'card.closed',
  agreed: 'card.agreed',
  withdrawn: 'card.withdrawn',
} as const

export default function StudioSettings() {
  const { purses, abroadText, done } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslator()
  const hasShop = purses.some(({ purse }) => purse !== 'me')
  const said = failure && 'errors' in failure ? failure : null
  return (
    <>
      <h1 className="studio-heading">{t('card.title')}</h1>
      <p className="studio-lead">{t(hasShop ? 'card.lead' : 'card.cutsLead')}</p>
      <Refusal text={refusalText(t, said)} />
      {done && !said ? (
        <Banner tone="done" role="status">
          {t(doneKeys[done])}
        </Banner>
      ) : null}
      {purses.map((purse) => (
        <PurseSection
          key={purse.purse}
          purse={purse}
          cardPath={paths.studioCard()}
          abroadText={abroadText}
          failure={said}
        />
      ))}
    </>
  )
}
