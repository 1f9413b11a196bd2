import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { CloseCardForm, SettingsSearch } from '~/modules/purses/card-form'
import { closeCard } from '~/modules/purses/close-card.server'
import { PurseSection } from '~/modules/purses/components/purse-section'
import { findPurses } from '~/modules/purses/find-purses.server'
import { requireOwnMoney } from '~/modules/purses/require-own-money.server'
import { paths } from '~/paths'
import { answer, handleForm, parseSearch } from '~/platform/form.server'
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
  const actor = await requireActor(request, 'account:use')
  await answer(request, () => requireOwnMoney({ actor }))
  const purses = await findPurses({ actor })
  return { own: purses.filter(({ purse }) => purse === 'me'), ...parseSearch(request, SettingsSearch) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  return handleForm(request, CloseCardForm, async ({ cardId }) => {
    await closeCard({ actor, cardId })
    return redirect(localPath(requestLocale(request), `${paths.accountMoney()}?done=closed`), 303)
  })
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('card.title'))

export default function OwnMoney() {
  const { own, done } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslator()
  const said = failure && 'errors' in failure ? failure : null
  return (
    <>
      <h1 className="studio-heading">{t('card.title')}</h1>
      <p className="studio-lead">{t('card.ownLead')}</p>
      <Refusal text={refusalText(t, said)} />
      {done && !said ? (
        <Banner tone="done" role="status">
          {t(done === 'card' ? 'card.registered' : 'card.closed')}
        </Banner>
      ) : null}
      {own.map((purse) => (
        <PurseSection
          key={purse.purse}
          purse={purse}
          cardPath={paths.accountCard()}
          abroadText={null}
          failure={said}
        />
      ))}
    </>
  )
}
