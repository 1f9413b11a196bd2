import type { AddressContent, AddressFields } from './schema'

/** An address as its owner sees it. */
export type AddressView = {
  id: string
  isDefault: boolean
  name: string
  phone: string
  /** province to street in one line */
  text: string
}

export function addressView(id: string, isDefault: boolean, content: AddressContent): AddressView {
  const { name, phone, regionText, line } = content
  return { id, isDefault, name, phone, text: `${regionText} ${line}` }
}

/** An address as the fields of its form. */
export function addressFields({ name, phone, regionCode, regionText, line }: AddressContent): AddressFields {
  const [, ...below] = regionText.split(' ')
  return { name, phone, province: regionCode.slice(0, 2), county: below.join(''), line }
}
