import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AddressInputs } from '~/modules/addresses/components/address-fields'
import { PasteAddress } from '~/modules/addresses/components/paste-address'
import { fillFromPaste } from '~/modules/addresses/fill-from-paste.server'
import { getAddress } from '~/modules/addresses/get-address.server'
import { saveAddress } from '~/modules/addresses/save-address.server'
import { AddressForm } from '~/modules/addresses/schema'
import { requireActor } from '~/modules/auth/require-actor.server'
import { provinces } from '~/modules/regions/match-county.server'
import { AddressParams, paths } from '~/paths'
import { answer, handleFormData, parseParams, readForm, typedValues } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { Refusal } from '~/ui/refusal'
import { Tick } from '~/ui/tick'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  const { addressId } = parseParams(params, AddressParams)
  const known = addressId === 'new' ? null : await answer(request, () => getAddress({ actor, addressId }))
  return json({ known, provinces }, { headers: { 'Cache-Control': 'private, no-store' } })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  const { addressId } = parseParams(params, AddressParams)
  const sent = await readForm(request)
  if (sent.has('fill')) {
    const { form, missing } = fillFromPaste(sent)
    return json({ filled: missing, values: typedValues(form) })
  }
  return handleFormData(request, sent, AddressForm, async (form) => {
    await saveAddress({ actor, form, addressId: addressId === 'new' ? null : addressId })
    return redirect(localPath(requestLocale(request), `${paths.accountAddresses()}?done=saved`), 303)
  })
}

export const meta: MetaFunction = ({ location, params }) =>
  privateMeta(location.pathname, (t) =>
    t(params.addressId === 'new' ? 'address.newTitle' : 'address.editTitle'),
  )

export default function Address() {
  const { known, provinces: places } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { t, href } = useTranslator()
  const failure = answered && 'errors' in answered ? answered : null
  const filled = answered && 'filled' in answered ? answered : null
  const typed = failure?.values ?? filled?.values
  const { isDefault = false, ...fields } = known ?? {}
  return (
    <div className="wrap wrap-form pb-12">
      <header className="page-head">
        <h1>{t(known ? 'address.editTitle' : 'address.newTitle')}</h1>
      </header>
      <form method="post" className="max-w-[40rem]" noValidate>
        {/* what Enter in a field presses: never the button that reads the pasted text */}
        <button type="submit" hidden />
        <Refusal text={refusalText(t, failure)} />
        <PasteAddress text={typed?.paste} filled={filled?.filled ?? null} />
        <AddressInputs failure={failure} values={typed ?? fields} provinces={places} />
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
