import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { chooseDestination } from '~/modules/abroad/choose-destination.server'
import { readDestination } from '~/modules/abroad/destination-choice.server'
import { findDestinations } from '~/modules/abroad/find-destinations.server'
import { DestinationForm, DestinationSearch } from '~/modules/abroad/schema'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { safeReturn } from '~/modules/auth/safe-return'
import { PageProblem } from '~/modules/search/components/page-problem'
import { handleForm, parseSearch } from '~/platform/form.server'
import { localeOf, localPath, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/field'
import { WholeWords } from '~/ui/whole-words'

export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const { back, country } = parseSearch(request, DestinationSearch)
  const countries = await findDestinations(requestLocale(request))
  return json(
    { back: safeReturn(back), countries, chosen: country ?? readDestination(request) },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

/** Kept in her browser; then back to the page from which she came. */
export async function action({ request }: ActionFunctionArgs) {
  allowAnyone(request)
  return handleForm(request, DestinationForm, async ({ country, back }) => {
    const path = localPath(requestLocale(request), safeReturn(back))
    return redirect(path, { status: 303, headers: { 'Set-Cookie': await chooseDestination(country) } })
  })
}

export const meta: MetaFunction = ({ location }) => {
  const t = translator(localeOf(location.pathname))
  return [{ title: `${t('abroad.title')} · ${t('common.brand')}` }, { name: 'robots', content: 'noindex' }]
}

export default function DestinationPage() {
  const { back, countries, chosen } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t } = useTranslator()
  return (
    <div className="wrap wrap-form pb-12">
      <header className="page-head">
        <h1>
          <WholeWords text={t('abroad.title')} />
        </h1>
        <p className="quiet">{t('abroad.lead')}</p>
      </header>
      <form method="post" className="max-w-[40rem]" noValidate>
        <input type="hidden" name="back" value={failure?.values.back ?? back} />
        <SelectField
          id="country"
          name="country"
          label={t('abroad.country')}
          autoComplete="country"
          defaultValue={failure?.values.country ?? chosen}
          error={failure?.errors.country}
          choices={countries.map(({ code, name }) => ({ value: code, text: name }))}
        />
        <div className="acts mt-5">
          <Button kind="seal">{t('abroad.choose')}</Button>
        </div>
      </form>
    </div>
  )
}

export function ErrorBoundary() {
  return <PageProblem />
}
