import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findApplyingShop } from '~/modules/applications/find-applying-shop.server'
import type { Actor } from '~/modules/auth/actor'
import { requireActor } from '~/modules/auth/require-actor.server'
import { CardForm, CloseCardForm, CodeRequestForm, SettingsSearch } from '~/modules/purses/card-form'
import { closeCard } from '~/modules/purses/close-card.server'
import { CardFormFields } from '~/modules/purses/components/card-form-fields'
import { CardItem } from '~/modules/purses/components/purse-section'
import { findPurses } from '~/modules/purses/find-purses.server'
import { registerCard } from '~/modules/purses/register-card.server'
import { requestCardCode } from '~/modules/purses/request-card-code.server'
import { findText } from '~/modules/settings/find-text.server'
import { readSetting } from '~/modules/settings/read-setting.server'
import { paths } from '~/paths'
import { handleFormData, parseSearch, readForm, typedValues } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { ButtonLink } from '~/ui/button-link'
import { Refusal } from '~/ui/refusal'

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

/** The shop that she applies for; whoever has not handed anything in, or has been answered, is led to where she stands. */
async function requireApplyingShop(request: Request, actor: Actor): Promise<string> {
  const sellerId = await findApplyingShop(actor)
  if (sellerId === null) throw redirect(localPath(requestLocale(request), paths.studioJoin()), 303)
  return sellerId
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  const sellerId = await requireApplyingShop(request, actor)
  const [purses, text, minutes] = await Promise.all([
    findPurses({ actor }),
    findText('account_in_other_name', requestLocale(request)),
    readSetting('codes.minutes'),
  ])
  const purse = purses.find((one) => one.purse === sellerId)
  return { sellerId, cards: purse?.cards ?? [], text, minutes, ...parseSearch(request, SettingsSearch) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  const sellerId = await requireApplyingShop(request, actor)
  const form = await readForm(request)
  const to = (path: string) => redirect(localPath(requestLocale(request), path), 303)
  if (form.get('intent') === 'code')
    return handleFormData(request, form, CodeRequestForm, async () => {
      const { shownCode } = await requestCardCode({ actor, address: context.clientAddress })
      return json({ sent: { shownCode, values: typedValues(form) } })
    })
  if (form.get('intent') === 'close')
    return handleFormData(request, form, CloseCardForm, async ({ cardId }) => {
      await closeCard({ actor, cardId })
      return to(paths.studioJoinCard({ done: 'closed' }))
    })
  return handleFormData(request, form, CardForm, async (card) => {
    await registerCard({ actor, card: { ...card, purse: sellerId } })
    return to(paths.studioJoin({ done: 'card' }))
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('joining.cardTitle'))

export default function StudioJoinCard() {
  const { sellerId, cards, text, minutes, done } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const { t, href } = useTranslator()
  const failure = said && 'errors' in said ? said : null
  const sent = said && 'sent' in said ? said.sent : null
  const typed = sent ? { errors: {}, formError: null, intent: null, values: sent.values } : failure
  return (
    <>
      <h1 className="studio-heading">{t('joining.cardTitle')}</h1>
      <p className="studio-lead">{t('joining.cardLead')}</p>
      <Refusal text={refusalText(t, failure)} />
      {done === 'closed' && !said ? (
        <Banner tone="done" role="status">
          {t('card.closed')}
        </Banner>
      ) : null}
      {sent ? (
        <Banner tone="info" role="status">
          {sent.shownCode === null ? t('card.codeSent') : t('account.demoCode', { code: sent.shownCode })}
        </Banner>
      ) : null}
      {cards.length > 0 ? (
        <ul className="tasks">
          {cards.map((card) => (
            <CardItem key={card.id} card={card} />
          ))}
        </ul>
      ) : null}
      <CardFormFields
        purses={[{ purse: sellerId, nameZh: null, nameEn: null }]}
        chosen={sellerId}
        text={text}
        minutes={minutes}
        typed={typed}
      />
      <div className="studio-foot">
        <ButtonLink kind="text" href={href(paths.studioJoin())}>
          {t('joining.cardBack')}
        </ButtonLink>
      </div>
    </>
  )
}
