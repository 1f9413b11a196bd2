import { readBeyond } from './read-beyond.server'
import { readPastedAddress } from './read-pasted-address.server'
import { type AddressFieldName, addressFieldNames, type PasteOutcome } from './schema'

/** A text read into the fields of a form, and what it is an address of. */
export type FilledFields = { fields: Partial<Record<AddressFieldName, string>>; outcome: PasteOutcome }

/** What a pasted text puts into an address form. */
export function fieldsOfPaste(text: string): FilledFields {
  const read = readPastedAddress(text)
  const fields: FilledFields['fields'] = {}
  for (const name of addressFieldNames) {
    const value = read[name]
    if (value !== null) fields[name] = value
  }
  const beyond = read.province === null ? readBeyond(text) : null
  return { fields, outcome: beyond?.country ?? addressFieldNames.filter((name) => read[name] === null) }
}

/** The form as it was sent, with the fields that its pasted text fills. Nothing that was typed into another field is lost. */
export function fillFromPaste(sent: FormData): { form: FormData; outcome: PasteOutcome } {
  const { fields, outcome } = fieldsOfPaste(pastedIn(sent))
  return { form: withFields(sent, fields), outcome }
}

/** An inland form as that for abroad can take it over: a text that is an address of Hong Kong, Macao or Taiwan stands in the lines for there. */
export function toBeyond(sent: FormData): FormData {
  const beyond = readBeyond(pastedIn(sent))
  if (!beyond) return sent
  const form = withFields(sent, beyond.fields)
  form.delete('paste')
  return form
}

/** A copy of the form in which some fields say something else. */
export function withFields(sent: FormData, fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of sent) form.append(name, value)
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

function pastedIn(sent: FormData): string {
  const text = sent.get('paste')
  return typeof text === 'string' ? text : ''
}
