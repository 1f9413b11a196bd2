import { describe, expect, it } from 'vitest'
import { nameStatements, planAnew } from './name-statements'

describe('the names of statements', () => {
  it('are given from the third use on, and stay', () => {
    const nameOf = nameStatements()
    const names = ['SELECT 1', 'SELECT 2', 'SELECT 1', 'SELECT 1', 'SELECT 2', 'SELECT 2', 'SELECT 1'].map(
      (sql) => nameOf({ sql }),
    )
    expect(names).toEqual(['', '', '', 'q0', '', 'q1', 'q0'])
  })

  it('are never given to those whose plan depends on what is looked for', () => {
    const nameOf = nameStatements()
    const names = Array.from({ length: 9 }, () => nameOf({ sql: `${planAnew.sql}SELECT 1` }))
    expect(new Set(names)).toEqual(new Set(['']))
  })

  it('end, so that no connection keeps more than a few hundred', () => {
    const nameOf = nameStatements()
    const names = new Set<string>()
    for (let at = 0; at < 5_000; at += 1)
      for (let use = 0; use < 4; use += 1) names.add(nameOf({ sql: `SELECT ${at}` }))
    expect(names.size).toBe(401)
  })
})
