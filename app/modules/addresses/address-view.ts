import type { AbroadContent } from './abroad-schema'
import type { AddressContent, AddressFields } from './schema'

/** An address as its owner sees it. */
export type AddressView = {
  id: string
  isDefault: boolean
  /** ISO 3166 */
  country: string
  name: string
  phone: string
  /** all of it in one line */
  text: string
}

export function addressView(id: string, isDefault: boolean, content: AddressContent): AddressView {
  const { name, phone } = content
  const country = 'country' in content ? content.country : 'CN'
  return { id, isDefault, country, name, phone, text: addressText(content) }
}

/** The fields of its form, abroad with the country that they are of. */
export type SavedFields = AddressFields | Omit<AbroadContent, 'countryName'>

/** An address as the fields of its form. */
export function addressFields(content: AddressContent): SavedFields {
  if ('country' in content) {
    const { countryName, ...fields } = content
    return fields
  }
  const { name, phone, regionCode, regionText, line } = content
  const [, ...below] = regionText.split(' ')
  return { name, phone, province: regionCode.slice(0, 2), county: below.join(''), line }
}

/** Where a parcel goes, in one line: as it is written there. */
export function addressText(content: AddressContent): string {
  return 'country' in content ? abroadLines(content).join(', ') : `${content.regionText} ${content.line}`
}

/** The lines of a label abroad, below the name. */
export function abroadLines({ line1, line2, postcode, city, state, countryName }: AbroadContent): string[] {
  return [line1, line2, [postcode, city, state].filter(Boolean).join(' '), countryName].filter(Boolean)
}
