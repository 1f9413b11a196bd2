import { describe, expect, it } from 'vitest'
import { needsOf } from './needs'

describe('what the provider asks for', () => {
  it('is told in words, each once, and keeps its name when it is new', () => {
    const asked = [
      'external_account',
      'individual.first_name',
      'individual.dob.day',
      'individual.verification.document',
      'tos_acceptance.date',
      'something.new',
      'something.newer',
    ]
    expect(needsOf(asked)).toEqual([
      { key: 'card.need_external_account', name: 'external_account' },
      { key: 'card.need_individual', name: 'individual.first_name' },
      { key: 'card.need_document', name: 'individual.verification.document' },
      { key: 'card.need_tos_acceptance', name: 'tos_acceptance.date' },
      { key: 'card.need_other', name: 'something.new' },
      { key: 'card.need_other', name: 'something.newer' },
    ])
  })
})
