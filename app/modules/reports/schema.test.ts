import { expect, it } from 'vitest'
import { parseForm } from '~/platform/form.server'
import { translator } from '~/platform/i18n/translate'
import { ReportForm } from './schema'

function faultsOf(fields: Record<string, string>): string[] {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const parsed = parseForm(translator('zh-CN'), form, ReportForm)
  return 'errors' in parsed ? Object.keys(parsed.errors).sort() : []
}

it('says what a notice of copying lacks beside every other fault, at once', () => {
  expect(faultsOf({ kind: 'copied_design', product: 'some-piece', words: '', contact: '' })).toEqual([
    'contact',
    'declares',
    'name',
    'ownWork',
    'words',
  ])
  expect(faultsOf({ kind: 'other', words: '', contact: '' })).toEqual(['contact', 'words'])
  expect(faultsOf({ words: '', contact: '' })).toEqual(['contact', 'kind', 'words'])
})
