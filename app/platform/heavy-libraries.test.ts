import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const app = join(import.meta.dirname, '..')

test('libraries for pictures, PDF and spreadsheets are loaded with their first use, never with the shop', () => {
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'),
  )
  const early = files.filter((file) =>
    /^(?:import (?!type )[^\n]*|\} )from '(?:sharp|exceljs|pdfkit)'/m.test(
      readFileSync(join(app, file), 'utf8'),
    ),
  )
  expect(early).toEqual([])
})
