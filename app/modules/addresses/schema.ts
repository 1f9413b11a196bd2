import { z } from 'zod'
import { idField, phoneField, textField, tickField } from '~/platform/fields'
import { AbroadContent } from './abroad-schema'

/** Addresses in one book at most; the database counts too. */
export const bookSize = 50

/** What every form asks that says where a parcel goes. */
export const AddressFields = z.object({
  name: textField({ min: 1, max: 40 }),
  phone: phoneField,
  /** province code of two digits */
  province: textField({ min: 1, max: 2, missing: 'address.needProvince' }),
  /** city and county in words; matched against the list of places */
  county: textField({ min: 2, max: 40, missing: 'address.needCounty' }),
  line: textField({ min: 3, max: 120 }),
})
export type AddressFields = z.output<typeof AddressFields>

export const AddressForm = AddressFields.extend({ isDefault: tickField })

/** The names of those fields in the order in which they stand. */
export const addressFieldNames = ['name', 'phone', 'province', 'county', 'line'] as const
export type AddressFieldName = (typeof addressFieldNames)[number]

/** Where inland postage does not hold though an address there is Chinese: Hong Kong, Macao and Taiwan by their codes among the countries (ISO 3166). */
export const beyondCodes = ['HK', 'MO', 'TW'] as const
export type BeyondCode = (typeof beyondCodes)[number]

/** What a text read as: of one of these regions, or of the mainland, but for some fields. */
export type PasteOutcome = BeyondCode | AddressFieldName[]

/** What came of filling an address, in an address of the site: from the book, or as a text was read; without it nothing was filled. */
export const FilledSearch = z.object({
  filled: z
    .union([
      z.enum(['book', ...beyondCodes]),
      z.string().transform((text) => {
        const named = text.split('.')
        return addressFieldNames.filter((name) => named.includes(name))
      }),
    ])
    .nullable()
    .default(null)
    .catch(null),
})
export type Filled = z.output<typeof FilledSearch>['filled']

/** What is sealed of an address inside the mainland. */
const InlandContent = z.object({
  name: z.string(),
  phone: z.string(),
  regionCode: z.string(),
  regionText: z.string(),
  line: z.string(),
})

/** What is sealed of who receives an order and where. */
export const AddressContent = z.union([AbroadContent, InlandContent])
export type AddressContent = z.output<typeof AddressContent>

/** What a row of the book does. */
export const AddressActForm = z.object({ intent: z.enum(['default', 'delete']), addressId: idField })

/** What has just been done, for the page of the book. */
export const AddressesSearch = z.object({
  done: z.enum(['saved', 'removed', 'default']).nullable().default(null).catch(null),
})
