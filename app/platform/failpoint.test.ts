import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const textOf = (file: string) => readFileSync(file, 'utf8')
const labels = [...textOf('app/platform/failpoint.server.ts').matchAll(/^ {2}\| '([\w.]+)'$/gm)].map(
  ([, label]) => label ?? '',
)
const files = ['app', 'tests'].flatMap((directory) =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('generated'))
    .map((name) => join(directory, name)),
)
const tests = files.filter((name) => name.includes('.test.')).map(textOf)
const code = files.filter((name) => !name.includes('.test.')).map(textOf)

test('every place of a planned failure is in the code once, and a test dies there', () => {
  expect(labels.length).toBeGreaterThan(10)
  const places = code.flatMap((text) => [...text.matchAll(/await failpoint\('([\w.]+)'\)/g)])
  expect(places.map(([, label]) => label).sort()).toEqual([...labels].sort())
  const met = (label: string) =>
    tests.some((text) => text.includes(`'${label}'`) || text.includes(`'${label}:`))
  expect(labels.filter((label) => !met(label))).toEqual([])
})
