import { expect, it } from 'vitest'
import { ArchiveForm, MendForm, TableForm } from '~/modules/piece-lists/schema'
import { UploadForm } from '~/modules/register/schema'
import { TemplateForm } from '~/modules/returns/schema'
import { parseForm } from './form.server'
import { translator } from './i18n/translate'

/** What a browser sends for a field in which no file was chosen. */
const nothing = new File([], '', { type: 'application/octet-stream' })

it.each([
  ['file', TableForm],
  ['file', MendForm],
  ['archive', ArchiveForm],
  ['file', UploadForm],
  ['file', TemplateForm],
] as const)('a form without its %s asks for one, not for a fuller one', (name, schema) => {
  const form = new FormData()
  form.set(name, nothing)
  const said = parseForm(translator('en'), form, schema)
  expect('errors' in said && said.errors[name]).toMatch(/^Please choose/)
})
