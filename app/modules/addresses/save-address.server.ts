import type { Actor } from '~/modules/auth/actor'
import { requirePlace } from '~/modules/regions/require-place.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import type { AbroadContent } from './abroad-schema'
import { addressText } from './address-view'
import { lockBook, openAddresses, sealAddress } from './own-addresses.server'
import { type AddressContent, type AddressFields, bookSize } from './schema'

type SaveAddressInput = {
  actor: Actor
  /** inside the mainland as its form, abroad as it is sealed */
  form: (AddressFields | AbroadContent) & { isDefault: boolean }
  /** which one is changed; null = a new one */
  addressId: string | null
}

/**
 * Writes an address into her book, or changes one. The first is the default; a new default takes the place of the old. One that stands there already
 * is not written twice. Refuses a place that is not clear and the fifty-first address (409); somebody else's is not found.
 */
export async function saveAddress({ actor, form, addressId }: SaveAddressInput): Promise<void> {
  const { isDefault, ...fields } = form
  const content = contentOf(fields)
  const { personId } = actor
  return inScope({ person: personId }, async (tx) => {
    await lockBook(tx, personId)
    const own = await openAddresses(tx, personId)
    if (addressId !== null && !own.some(({ id }) => id === addressId)) throw notFound()
    const same = own.find(({ id, content: known }) => id !== addressId && isSame(known, content))
    if (same && addressId !== null) await tx.address.delete({ where: { id: same.id } })
    const id = addressId ?? same?.id ?? crypto.randomUUID()
    const isNew = !own.some((one) => one.id === id)
    if (isNew && own.length >= bookSize) throw new Refusal('address.full', 409, { most: bookSize })
    const asDefault = isDefault || own.length === 0 || (same?.isDefault ?? false)
    if (asDefault) await tx.address.updateMany({ where: { personId }, data: { isDefault: false } })
    await write(tx, { id, personId, isNew, asDefault, content })
  })
}

/** What is sealed of a form; refuses a place that is not one place. */
function contentOf(fields: AddressFields | AbroadContent): AddressContent {
  if ('country' in fields) return fields
  const { name, phone, province, county, line } = fields
  const { code, text } = requirePlace(province, county)
  return { name, phone, regionCode: code, regionText: text, line }
}

type Written = { id: string; personId: string; isNew: boolean; asDefault: boolean; content: AddressContent }

async function write(tx: Tx, { id, personId, isNew, asDefault, content }: Written): Promise<void> {
  const sealed = await sealAddress(tx, personId, id, content)
  const data = { ...sealed, ...(asDefault ? { isDefault: true } : {}) }
  if (isNew) await tx.address.create({ data: { id, personId, ...data } })
  else await tx.address.update({ where: { id }, data })
}

function isSame(a: AddressContent, b: AddressContent): boolean {
  return a.name === b.name && a.phone === b.phone && addressText(a) === addressText(b)
}
