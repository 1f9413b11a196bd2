import { machine } from './machine'
import { messages } from './messages'
import { orders } from './orders'
import { payments } from './payments'
import { people } from './people'
import { register } from './register'
import { shop } from './shop'
import { studio } from './studio'
import type { DataClass, Table } from './table'

/** Every table and column of the database, by what it is about. */
export const inventory: Record<string, Record<string, Table>> = {
  people,
  messages,
  orders,
  payments,
  register,
  shop,
  studio,
  machine,
}

/** Every table of all parts. */
export function allTables(): [string, Table][] {
  return Object.values(inventory).flatMap((part) => Object.entries(part))
}

/** A table's columns with the class of each. */
export function columnsOf({ columns }: Table): { name: string; dataClass: DataClass }[] {
  return dataClasses.flatMap((dataClass) =>
    (columns[dataClass] ?? '')
      .split(' ')
      .filter((name) => name !== '')
      .map((name) => ({ name, dataClass })),
  )
}

const dataClasses: readonly DataClass[] = ['none', 'public', 'personal', 'sensitive', 'secret']

export function isAboutSomebody(dataClass: DataClass): boolean {
  return dataClass === 'personal' || dataClass === 'sensitive'
}
