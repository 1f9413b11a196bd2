import type { MessageKey } from '~/platform/i18n/translate'
import { titles } from './column-titles'

/** Who is of which household: a row of the list is a person. */
const memberFields = ['code', 'village', 'town', 'name', 'relation', 'idNumber', 'since'] as const
/** What the household is, from when on and by which paper. */
const statusFields = ['status', 'statusSince', 'statusPaper'] as const
/** What the register says of the household. */
const factFields = [
  'people',
  'workers',
  'mainCause',
  'otherCauses',
  'identifiedIn',
  'liftedIn',
  'cadreName',
  'cadreOffice',
  'cadrePhone',
] as const
export type FactField = (typeof factFields)[number]

/** What of a list comes into the register, and not one column more; grouped as it is asked for. */
export const fieldGroups = [
  { title: 'register.groupMember', fields: memberFields },
  { title: 'register.groupStatus', fields: statusFields },
  { title: 'register.groupFacts', fields: factFields },
] as const satisfies { title: MessageKey; fields: readonly string[] }[]
export const listFields = [...memberFields, ...statusFields, ...factFields] as const
export type ListField = (typeof listFields)[number]

/** Without these a row says nothing. */
export const neededFields = ['code', 'village', 'name'] as const satisfies readonly ListField[]

export const fieldTitle = {
  code: 'register.fieldCode',
  village: 'register.fieldVillage',
  town: 'register.fieldTown',
  name: 'register.fieldName',
  relation: 'register.fieldRelation',
  idNumber: 'register.fieldIdNumber',
  since: 'register.fieldSince',
  status: 'register.fieldStatus',
  statusSince: 'register.fieldStatusSince',
  statusPaper: 'register.fieldStatusPaper',
  people: 'household.factsPeople',
  workers: 'household.factsWorkers',
  mainCause: 'household.factsMainCause',
  otherCauses: 'household.factsOtherCauses',
  identifiedIn: 'household.factsIdentified',
  liftedIn: 'household.factsLifted',
  cadreName: 'household.factsCadre',
  cadreOffice: 'household.factsOffice',
  cadrePhone: 'household.factsPhone',
} as const satisfies Record<ListField, MessageKey>

/** One value for each field. */
export function byField<T>(valueFor: (field: ListField) => T): Record<ListField, T> {
  return {
    code: valueFor('code'),
    village: valueFor('village'),
    town: valueFor('town'),
    name: valueFor('name'),
    relation: valueFor('relation'),
    idNumber: valueFor('idNumber'),
    since: valueFor('since'),
    status: valueFor('status'),
    statusSince: valueFor('statusSince'),
    statusPaper: valueFor('statusPaper'),
    people: valueFor('people'),
    workers: valueFor('workers'),
    mainCause: valueFor('mainCause'),
    otherCauses: valueFor('otherCauses'),
    identifiedIn: valueFor('identifiedIn'),
    liftedIn: valueFor('liftedIn'),
    cadreName: valueFor('cadreName'),
    cadreOffice: valueFor('cadreOffice'),
    cadrePhone: valueFor('cadrePhone'),
  }
}

/** Column of each field, counted from 1 as a sheet does; null: the list has none. */
export type Mapping = Record<ListField, number | null>

/** A title without what people put around it. */
function bareTitle(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\(.*?\)|[\s*:：、/]/g, '')
    .replace(/^\d+[.．]/, '')
}

/** The fields that titles of one row stand for. A field takes the first column that fits it best, a column serves one field. */
export function guessMapping(row: readonly string[]): Mapping {
  const bare = row.map(bareTitle)
  return byField((field) => {
    const found = titles[field].map((title) => bare.indexOf(title)).find((at) => at >= 0)
    return found === undefined ? null : found + 1
  })
}

/** How many fields a row of titles names. */
export function knownTitles(row: readonly string[]): number {
  return Object.values(guessMapping(row)).filter((column) => column !== null).length
}
