import { describe, expect, it } from 'vitest'
import { parseForm } from '~/platform/form.server'
import { translator } from '~/platform/i18n/translate'
import { InvoiceForm } from './invoice-form'
import { invoiceFaults } from './wanted-invoice'

/** What is wrong in a posted invoice request, field by field. */
function faultsOf(fields: Record<string, string>): string[] {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const parsed = parseForm(translator('zh-CN'), form, InvoiceForm)
  return 'errors' in parsed ? Object.keys(parsed.errors) : []
}

const right = {
  invoiceKind: 'company',
  invoiceTitle: '示例商行',
  taxNumber: '91350100M000100Y43',
  invoiceEmail: 'a@example.org',
}

describe('an invoice request', () => {
  it('says every fault at once, each beside its field', () => {
    expect(
      faultsOf({ ...right, invoiceTitle: '', taxNumber: '91350100M000100Y34', invoiceEmail: 'nobody' }),
    ).toEqual(['invoiceTitle', 'taxNumber', 'invoiceEmail'])
  })

  it('says them beside a field that is too long, and says of each what is wrong with it first', () => {
    expect(
      faultsOf({ ...right, invoiceTitle: '长'.repeat(61), taxNumber: '1', invoiceEmail: 'nobody' }),
    ).toEqual(['invoiceTitle', 'taxNumber', 'invoiceEmail'])
    expect(faultsOf({ ...right, invoiceTitle: '长'.repeat(61), taxNumber: '' })).toEqual([
      'invoiceTitle',
      'taxNumber',
    ])
    expect(faultsOf({ ...right, taxNumber: '1'.repeat(41), invoiceEmail: '' })).toEqual([
      'taxNumber',
      'invoiceEmail',
    ])
    expect(faultsOf({ ...right, invoiceKind: '', invoiceTitle: '长'.repeat(61) })).toEqual([
      'invoiceTitle',
      'invoiceKind',
    ])
  })

  it('is answered where one of its fields came twice', () => {
    const form = new FormData()
    for (const [name, value] of Object.entries(right)) form.set(name, value)
    form.append('taxNumber', '2')
    expect(parseForm(translator('zh-CN'), form, InvoiceForm)).toHaveProperty('errors.taxNumber')
  })

  it('asks a person for her address alone, and nobody who wants none', () => {
    expect(faultsOf({ invoiceKind: 'personal', taxNumber: '1', invoiceEmail: '' })).toEqual(['invoiceEmail'])
    expect(faultsOf({ invoiceKind: 'none', invoiceEmail: 'nobody' })).toEqual([])
    expect(faultsOf(right)).toEqual([])
  })

  it('asks whose it is where something is filled in and nothing chosen, and that an empty address be filled in', () => {
    expect(faultsOf({ invoiceTitle: '林若溪' })).toEqual(['invoiceKind'])
    expect(faultsOf({ invoiceEmail: 'a@example.org' })).toEqual(['invoiceKind'])
    expect(faultsOf({})).toEqual([])
    expect(invoiceFaults({ ...right, invoiceKind: 'personal', invoiceEmail: '' })).toMatchObject([
      { key: 'invoice.needEmail' },
    ])
  })
})
