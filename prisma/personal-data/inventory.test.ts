import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSchema } from '../../scripts/database/migration-folder'
import { describeInventory } from './describe'
import { allTables, columnsOf, isAboutSomebody } from './inventory'

/** Columns of each table of the schema: its fields but those that lead to other tables. */
function columnsInSchema(): Map<string, string[]> {
  const models = [...readSchema().matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)]
  const names = new Set(models.map(([, name]) => name))
  return new Map(
    models.map(([, name = '', body = '']) => [
      name,
      [...body.matchAll(/^\s+(\w+)\s+(\w+)/gm)].flatMap(([, field = '', type]) =>
        names.has(type) ? [] : [field],
      ),
    ]),
  )
}

const schema = columnsInSchema()
const tables = new Map(allTables())

describe('the inventory of personal data', () => {
  it('finds the columns of the schema', () => {
    expect(schema.size).toBeGreaterThan(100)
    expect(schema.get('Address')).toEqual([
      'id',
      'personId',
      'keyId',
      'cipher',
      'placeIndex',
      'isDefault',
      'createdAt',
    ])
  })

  it('has every table once', () => {
    expect([...tables.keys()].sort()).toEqual([...schema.keys()].sort())
    expect(allTables()).toHaveLength(tables.size)
  })

  it.each([...schema])('tags every column of %s once, and none that is gone', (name, columns) => {
    const table = tables.get(name)
    expect(
      table &&
        columnsOf(table)
          .map((column) => column.name)
          .sort(),
    ).toEqual([...columns].sort())
  })

  it.each([...tables])(
    'says of %s by what right, for whom, how long, and what of it is in her file',
    (_, table) => {
      const columns = columnsOf(table)
      const about = columns.filter(({ dataClass }) => isAboutSomebody(dataClass)).map((column) => column.name)
      const named = Object.keys(table.own ?? {})
      expect(table.purpose).not.toBe('')
      expect(named.filter((name) => !columns.some((column) => column.name === name))).toEqual([])
      if (about.length === 0) return
      expect([table.basis, table.seenBy, table.kept].filter((said) => !said)).toEqual([])
      if (about.some((name) => !named.includes(name))) expect(table.withheld).toBeTruthy()
    },
  )

  it('never calls a seal or a fingerprint public', () => {
    const open = allTables().flatMap(([table, entry]) =>
      columnsOf(entry)
        .filter(({ dataClass }) => dataClass === 'none' || dataClass === 'public')
        .filter(({ name }) => /cipher|token|secret|phoneIndex|blindIndex|passwordHash/i.test(name))
        .map(({ name }) => `${table}.${name}`),
    )
    expect(open).toEqual([])
  })

  it('is what docs/personal-data.md says (npm run data:inventory)', () => {
    expect(readFileSync('docs/personal-data.md', 'utf8')).toBe(describeInventory())
  })
})
