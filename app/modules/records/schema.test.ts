import { describe, expect, it } from 'vitest'
import { parseForm } from '~/platform/form.server'
import { translator } from '~/platform/i18n/translate'
import { CorrectForm } from './schema'

function read(field: string, words: string) {
  const form = new FormData()
  form.set('field', field)
  form.set('words', words)
  return parseForm(translator('zh-CN'), form, CorrectForm)
}

describe('what should be corrected', () => {
  it('is no longer than a name where it is the name, and says so beside the words', () => {
    const told = read('name', '穗'.repeat(31))
    expect('errors' in told && told.errors).toEqual({
      words: '只写姓名，最多 30 个字，现在是 31 个。别的话在「别的」里说。',
    })
    expect('errors' in read('other', '穗'.repeat(300))).toBe(false)
    expect('errors' in read('other', '穗'.repeat(301))).toBe(true)
  })

  it('is a name in one line', () => {
    const told = read('name', '穗\n小寒')
    expect('errors' in told ? told.errors : told).toMatchObject({ value: { words: '穗 小寒' } })
  })
})
