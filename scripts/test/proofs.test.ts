import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = readFileSync('docs/testing.md', 'utf8')
const rows = [...page.matchAll(/^\| (\d+) +\|[^|]+\| `([^`]+)` +\| (.+?) +\|$/gm)]

test('every check of money names a test that is there', () => {
  const checks = Array.from({ length: 28 }, (_, at) => at + 1).filter((check) => check !== 16)
  expect([...new Set(rows.map(([, check]) => Number(check)))]).toEqual(checks)
  const missing = rows.filter(
    ([, , file = '', title = '']) => !existsSync(file) || !readFileSync(file, 'utf8').includes(title),
  )
  expect(missing.map(([, check, file, title]) => `${check}: ${file}: ${title}`)).toEqual([])
})
