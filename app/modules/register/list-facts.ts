import { cadrePhone } from '~/modules/households/schema'
import type { MessageKey, MessageParams } from '~/platform/i18n/translate'
import type { FactField } from './columns'
import { countIn, isNothing, wordsIn, yearIn } from './list-words'

/** What one row of a list says of its household, before the code tables are looked at; null is left open. */
export type ListFacts = {
  people: number | null
  workers: number | null
  /** in the words of the list */
  mainCause: string | null
  otherCauses: string[]
  identifiedIn: number | null
  liftedIn: number | null
  cadreName: string | null
  cadreOffice: string | null
  cadrePhone: string | null
}

type Complain = (key: MessageKey, params: MessageParams, field: FactField) => void

/** the register of the poor was begun in 2013 */
const firstYear = 2013

/** Reads the facts of a row; what cannot be one is complained of and left open. Several words as the main cause are the main one and others. */
export function readFacts(texts: Readonly<Record<FactField, string>>, complain: Complain): ListFacts {
  const read = <T>(
    field: FactField,
    valueFor: (text: string) => T | null,
    key: MessageKey,
    params: MessageParams = {},
  ): T | null => {
    const text = isNothing(texts[field]) ? '' : texts[field]
    const value = text === '' ? null : valueFor(text)
    if (text !== '' && value === null) complain(key, { ...params, text }, field)
    return value
  }
  const count = (field: 'people' | 'workers', min: number) =>
    read(field, (text) => within(countIn(text), min, 30), 'register.badCount', { min, max: 30 })
  const year = (field: 'identifiedIn' | 'liftedIn') =>
    read(field, (text) => within(yearIn(text), firstYear, 2100), 'register.badYear', { firstYear })
  const words = (field: 'cadreName' | 'cadreOffice', max: number) =>
    read(field, (text) => wordsOf(text, max), 'register.badWords', { min: 2, max })
  const [mainCause = null, ...further] = wordsIn(texts.mainCause)
  return {
    people: count('people', 1),
    workers: count('workers', 0),
    mainCause,
    otherCauses: [...further, ...wordsIn(texts.otherCauses)],
    identifiedIn: year('identifiedIn'),
    liftedIn: year('liftedIn'),
    cadreName: words('cadreName', 30),
    cadreOffice: words('cadreOffice', 60),
    cadrePhone: read('cadrePhone', phoneOf, 'household.badCadrePhone'),
  }
}

function within(value: number | null, min: number, max: number): number | null {
  return value !== null && value >= min && value <= max ? value : null
}

function wordsOf(text: string, max: number): string | null {
  const words = text.normalize('NFKC').replace(/\s/g, '')
  return within([...words].length, 2, max) === null ? null : words
}

function phoneOf(text: string): string | null {
  const number = text.normalize('NFKC').trim()
  return cadrePhone.test(number) ? number : null
}
