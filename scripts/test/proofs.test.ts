import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = readFileSync('docs/testing.md', 'utf8')
const rows = [...page.matchAll(/^\| (\d+) +\|[^|]+\| `([^`]+)` +\| (.+?) +\|$/gm)]

/** Those of money, without loans, and those of walls. */
const checks = [...upTo(1, 15), ...upTo(17, 28), ...upTo(52, 66)]

function upTo(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

test('every check of money and of walls names a test that is there', () => {
  expect([...new Set(rows.map(([, check]) => Number(check)))]).toEqual(checks)
  const missing = rows.filter(
    ([, , file = '', title = '']) => !existsSync(file) || !readFileSync(file, 'utf8').includes(title),
  )
  expect(missing.map(([, check, file, title]) => `${check}: ${file}: ${title}`)).toEqual([])
})
