import { fillFromPaste, withFields } from '~/modules/addresses/fill-from-paste.server'
import { getAddress } from '~/modules/addresses/get-address.server'
import type { Actor } from '~/modules/auth/actor'
import { idField } from '~/platform/fields'

type FilledCheckout = {
  form: FormData
  /** for the address of the page: `book`, the region beyond the mainland, or the fields that the text did not fill, with points between */
  filled: string
}

/**
 * The checkout form with its address filled: from the pasted text, or from one of her saved addresses (`fill` is its id; somebody else's is not found).
 * Whoever is no longer signed in gets her form back as it was.
 */
export async function fillCheckout({
  actor,
  sent,
}: {
  actor: Actor | null
  sent: FormData
}): Promise<FilledCheckout> {
  const addressId = idField.safeParse(sent.get('fill'))
  if (addressId.success && actor) {
    const { isDefault, ...fields } = await getAddress({ actor, addressId: addressId.data })
    const country = 'country' in fields ? fields.country : 'CN'
    // another tab chose another country since: nothing of this address fits the form
    if (country !== (sent.get('country') ?? 'CN')) return { form: sent, filled: '' }
    return { form: withFields(sent, fields), filled: 'book' }
  }
  const { form, outcome } = fillFromPaste(sent)
  // a text that is read whole stands in the fields
  if (outcome.length === 0) form.delete('paste')
  return { form, filled: typeof outcome === 'string' ? outcome : outcome.join('.') }
}
