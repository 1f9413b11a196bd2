import { type PastedAddress, readPastedAddress } from './read-pasted-address.server'
import { type AddressFieldName, addressFieldNames } from './schema'

/** A text read into the fields of a form: what it says, and which fields it says nothing about. */
export type FilledFields = { fields: Partial<Record<AddressFieldName, string>>; missing: AddressFieldName[] }

/** What a pasted text puts into an address form. */
export function fieldsOfPaste(text: string): FilledFields {
  const read: PastedAddress = readPastedAddress(text)
  const fields: FilledFields['fields'] = {}
  for (const name of addressFieldNames) {
    const value = read[name]
    if (value !== null) fields[name] = value
  }
  return { fields, missing: addressFieldNames.filter((name) => read[name] === null) }
}

/** The form as it was sent, with the fields that its pasted text fills. Nothing that was typed into another field is lost. */
export function fillFromPaste(sent: FormData): { form: FormData; missing: AddressFieldName[] } {
  const text = sent.get('paste')
  const { fields, missing } = fieldsOfPaste(typeof text === 'string' ? text : '')
  return { form: withFields(sent, fields), missing }
}

/** A copy of the form in which some fields say something else. */
export function withFields(sent: FormData, fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of sent) form.append(name, value)
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}
