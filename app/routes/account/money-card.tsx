import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { CardForm, CodeRequestForm } from '~/modules/purses/card-form'
import { CardFormFields } from '~/modules/purses/components/card-form-fields'
import { registerCard } from '~/modules/purses/register-card.server'
import { requestCardCode } from '~/modules/purses/request-card-code.server'
import { requireOwnMoney } from '~/modules/purses/require-own-money.server'
import { findText } from '~/modules/settings/find-text.server'
import { readSetting } from '~/modules/settings/read-setting.server'
import { paths } from '~/paths'
import { answer, handleFormData, readForm, typedValues } from '~/platform/form.server'
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
  const [text, minutes] = await Promise.all([
    findText('account_in_other_name', requestLocale(request)),
    readSetting('codes.minutes'),
  ])
  return { text, minutes }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  await answer(request, () => requireOwnMoney({ actor }))
  const form = await readForm(request)
  if (form.get('intent') === 'code') {
    return handleFormData(request, form, CodeRequestForm, async () => {
      const { shownCode } = await requestCardCode({ actor, address: context.clientAddress })
      return json({ sent: { shownCode, values: typedValues(form) } })
    })
  }
  return handleFormData(request, form, CardForm, async (card) => {
    await registerCard({ actor, card: { ...card, purse: 'me' } })
    return redirect(localPath(requestLocale(request), `${paths.accountMoney()}?done=card`), 303)
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('card.registerTitle'))

export default function OwnCard() {
  const { text, minutes } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const { t } = useTranslator()
  const failure = said && 'errors' in said ? said : null
  const sent = said && 'sent' in said ? said.sent : null
  const typed = sent ? { errors: {}, formError: null, intent: null, values: sent.values } : failure
  return (
    <>
      <h1 className="studio-heading">{t('card.registerTitle')}</h1>
      <p className="studio-lead">{t('card.lead')}</p>
      <Refusal text={refusalText(t, failure)} />
      {sent ? (
        <Banner tone="info" role="status">
          {sent.shownCode === null ? t('card.codeSent') : t('account.demoCode', { code: sent.shownCode })}
        </Banner>
      ) : null}
      <CardFormFields
        purses={[{ purse: 'me', nameZh: null, nameEn: null }]}
        chosen="me"
        text={text}
        minutes={minutes}
        typed={typed}
      />
    </>
  )
}
