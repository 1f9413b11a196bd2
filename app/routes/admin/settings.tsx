import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { changeSetting } from '~/modules/shop-settings/change-setting.server'
import {
  ContactForm,
  LicencesForm,
  PhonesForm,
  WagesForm,
} from '~/modules/shop-settings/components/setting-forms'
import { SwitchesForm } from '~/modules/shop-settings/components/switches-form'
import { findShopSettings } from '~/modules/shop-settings/find-shop-settings.server'
import {
  ContactForm as ContactFields,
  FeaturesForm,
  LicencesForm as LicencesFields,
  PhonesForm as PhonesFields,
  SettingsSearch,
  WagesForm as WagesFields,
} from '~/modules/shop-settings/schema'
import { switchFeatures } from '~/modules/shop-settings/switch-features.server'
import { paths } from '~/paths'
import { handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'setting:change')
  return { ...(await findShopSettings()), ...parseSearch(request, SettingsSearch) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'setting:change')
  const form = await readForm(request)
  const back = (said: string) =>
    redirect(localPath(requestLocale(request), paths.adminSettings({ said })), 303)
  switch (form.get('intent')) {
    case 'licences':
      return handleFormData(request, form, LicencesFields, async ({ note, value }) => {
        await changeSetting({ actor, note, setting: { key: 'site.licences', value } })
        return back('licences')
      })
    case 'contact':
      return handleFormData(request, form, ContactFields, async ({ note, value }) => {
        await changeSetting({ actor, note, setting: { key: 'site.contact', value } })
        return back('contact')
      })
    case 'wages':
      return handleFormData(request, form, WagesFields, async ({ note, value }) => {
        await changeSetting({ actor, note, setting: { key: 'wages.minimumHourly', value } })
        return back('wages')
      })
    case 'phones':
      return handleFormData(request, form, PhonesFields, async ({ note, value }) => {
        await changeSetting({ actor, note, setting: { key: 'desk.phones', value } })
        return back('phones')
      })
    case 'features':
      return handleFormData(request, form, FeaturesForm, async ({ note, wanted }) => {
        await switchFeatures({ actor, note, wanted })
        return back('features')
      })
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('settings.title'))

export default function AdminSettings() {
  const { licences, contact, wages, phones, features, said } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t } = useTranslator()
  const of = (intent: string) => (failure?.intent === intent ? failure : null)
  return (
    <>
      <header className="desk-head">
        <h1>{t('settings.title')}</h1>
      </header>
      <Refusal text={refusalText(t, failure)} />
      {said && !failure ? (
        <Banner tone="done" role="status">
          {t(`settings.said_${said}`)}
        </Banner>
      ) : null}
      <p className="quiet">{t('settings.lead')}</p>
      <SwitchesForm now={features} failure={of('features')} />
      <LicencesForm now={licences} failure={of('licences')} />
      <ContactForm now={contact} failure={of('contact')} />
      <WagesForm now={wages} failure={of('wages')} />
      <PhonesForm now={phones} failure={of('phones')} />
    </>
  )
}
