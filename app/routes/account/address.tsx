import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { destinationView } from '~/modules/abroad/destination-view'
import { findAbroadTerms } from '~/modules/abroad/find-abroad-terms.server'
import { findDestinations } from '~/modules/abroad/find-destinations.server'
import { CountrySearch } from '~/modules/abroad/schema'
import { abroadContent, abroadFields } from '~/modules/addresses/abroad-schema'
import { AbroadInputs } from '~/modules/addresses/components/abroad-fields'
import { AddressInputs } from '~/modules/addresses/components/address-fields'
import { PasteAddress } from '~/modules/addresses/components/paste-address'
import { fillFromPaste, toBeyond } from '~/modules/addresses/fill-from-paste.server'
import { getAddress } from '~/modules/addresses/get-address.server'
import { saveAddress } from '~/modules/addresses/save-address.server'
import { AddressForm } from '~/modules/addresses/schema'
import { requireActor } from '~/modules/auth/require-actor.server'
import { provincesIn } from '~/modules/regions/match-county.server'
import { AddressParams, paths } from '~/paths'
import { tickField } from '~/platform/fields'
import {
  answer,
  handleFormData,
  parseParams,
  parseSearch,
  readForm,
  typedValues,
} from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { SelectField } from '~/ui/field'
import { Refusal } from '~/ui/refusal'
import { Tick } from '~/ui/tick'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  const { addressId } = parseParams(params, AddressParams)
  const known = addressId === 'new' ? null : await answer(request, () => getAddress({ actor, addressId }))
  const { country: asked } = parseSearch(request, CountrySearch)
  const locale = requestLocale(request)
  const isAsked = known === null || new URL(request.url).searchParams.has('country')
  const country = isAsked ? asked : 'country' in known ? known.country : 'CN'
  const [terms, countries] = await Promise.all([findAbroadTerms(country), findDestinations(locale)])
  const destination = terms && destinationView(terms.country, locale)
  return json(
    { known, provinces: provincesIn(locale), destination, countries: known ? [] : countries },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  const { addressId } = parseParams(params, AddressParams)
  const sent = await readForm(request)
  if (sent.has('fill')) {
    const { form, outcome } = fillFromPaste(sent)
    return json({ filled: outcome, moved: null, values: typedValues(form) })
  }
  const locale = requestLocale(request)
  if (sent.has('otherCountry')) {
    const { country } = CountrySearch.parse({ country: sent.get('otherCountry') })
    const terms = await findAbroadTerms(country)
    const moved = terms && destinationView(terms.country, locale)
    return json({ filled: null, moved, values: typedValues(moved ? toBeyond(sent) : sent) })
  }
  const save = async (form: Parameters<typeof saveAddress>[0]['form']) => {
    await saveAddress({ actor, form, addressId: addressId === 'new' ? null : addressId })
    return redirect(localPath(locale, `${paths.accountAddresses()}?done=saved`), 303)
  }
  const { country } = CountrySearch.parse({ country: sent.get('country') ?? undefined })
  const terms = await findAbroadTerms(country)
  if (!terms) return handleFormData(request, sent, AddressForm, save)
  const schema = abroadFields(terms.country, locale).extend({ isDefault: tickField })
  return handleFormData(request, sent, schema, ({ isDefault, ...form }) =>
    save({ ...abroadContent(terms.country, form), isDefault }),
  )
}

export const meta: MetaFunction = ({ location, params }) =>
  privateMeta(location.pathname, (t) =>
    t(params.addressId === 'new' ? 'address.newTitle' : 'address.editTitle'),
  )

export default function Address() {
  const { known, provinces: places, destination: asked, countries } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { t, href } = useTranslator()
  const failure = answered && 'errors' in answered ? answered : null
  const filled = answered && 'filled' in answered ? answered : null
  const typed = failure?.values ?? filled?.values
  const destination = filled?.moved ?? asked
  const { isDefault = false, ...fields } = known ?? {}
  return (
    <div className="wrap wrap-form pb-12">
      <header className="page-head">
        <h1>{t(known ? 'address.editTitle' : 'address.newTitle')}</h1>
      </header>
      {countries.length > 0 ? (
        <form method="get" className="mb-6 max-w-[40rem]">
          <SelectField
            id="country"
            name="country"
            label={t('abroad.country')}
            defaultValue={destination?.code ?? 'CN'}
            choices={countries.map(({ code, name }) => ({ value: code, text: name }))}
          />
          <Button size={44}>{t('abroad.change')}</Button>
        </form>
      ) : null}
      <form
        method="post"
        action={destination ? `?${new URLSearchParams({ country: destination.code })}` : undefined}
        className="max-w-[40rem]"
        noValidate
      >
        <input type="hidden" name="country" value={destination?.code ?? 'CN'} />
        {/* what Enter in a field presses: never the button that reads the pasted text */}
        <button type="submit" hidden />
        <Refusal text={refusalText(t, failure)} />
        {destination ? (
          <AbroadInputs failure={failure} values={typed ?? fields} destination={destination} />
        ) : (
          <>
            <PasteAddress text={typed?.paste} filled={filled?.filled ?? null} />
            <AddressInputs failure={failure} values={typed ?? fields} provinces={places} />
          </>
        )}
        {isDefault ? null : (
          <Tick type="checkbox" name="isDefault" value="yes" defaultChecked={typed?.isDefault !== undefined}>
            {t('address.asDefault')}
          </Tick>
        )}
        <div className="acts mt-5">
          <Button kind="seal">{t('address.save')}</Button>
          <ButtonLink kind="text" href={href(paths.accountAddresses())}>
            {t('address.title')}
          </ButtonLink>
        </div>
      </form>
    </div>
  )
}
