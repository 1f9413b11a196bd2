import type { AbroadContent } from './abroad-schema'
import type { AddressContent, AddressFields, InlandContent } from './schema'

/** An address as its owner sees it. */
export type AddressView = {
  id: string
  isDefault: boolean
  name: string
  phone: string
  /** province to street in one line */
  text: string
}

export function addressView(id: string, isDefault: boolean, content: InlandContent): AddressView {
  const { name, phone, regionText, line } = content
  return { id, isDefault, name, phone, text: `${regionText} ${line}` }
}

/** An address as the fields of its form. */
export function addressFields({ name, phone, regionCode, regionText, line }: InlandContent): AddressFields {
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
