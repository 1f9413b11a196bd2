import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it, test } from 'vitest'
import { type CustomsForm, formOf } from './customs-form'
import { writeCustomsPdf } from './customs-pdf.server'

const knot = {
  description: 'Knotted cord ornament 手编绳结饰品',
  quantity: 2,
  grams: 400,
  valueFen: 13_600,
  hsCode: '580890',
  origin: 'CN',
}
const form: CustomsForm = {
  kind: 'CN22',
  orderNumber: '2611-048213',
  service: 'epacket',
  from: { name: 'Sample Knots', place: 'Yuzhong, Gansu, P.R. China' },
  to: ['Jürgen Weiß', 'Straße des 17. Juni 135', '10623 Berlin', 'Germany'],
  phone: '+49301234567',
  email: 'j.weiss@example.com',
  lines: [knot],
  grams: 500,
  valueFen: 13_600,
  postageFen: 6_400,
  today: '2026-11-28',
}

async function read(bytes: Buffer) {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const page = await document.getPage(1)
  const { items } = await page.getTextContent()
  const text = items.flatMap((item) => ('str' in item ? [item.str] : [])).join('')
  return { text, pages: document.numPages, view: page.view.map(Math.round) }
}

describe('a customs form', () => {
  it('says who, what, how heavy, what it is worth and where it comes from', async () => {
    const { text, pages, view } = await read(await writeCustomsPdf(form))
    expect(pages).toBe(1)
    expect(view).toEqual([0, 0, 298, 420])
    for (const part of [
      'CN22',
      '2611-048213',
      'Jürgen Weiß',
      'Straße des 17. Juni 135',
      '2 ×',
      '手编绳结饰品',
      '0.400 kg',
      'CNY 136.00',
      'HS 580890',
      '0.500 kg gross',
      'CNY 64.00 postage',
    ]) {
      expect(text).toContain(part)
    }
  })

  it('goes on a second page rather than over the edge', async () => {
    const lines = Array.from({ length: 20 }, () => knot)
    const { pages } = await read(await writeCustomsPdf({ ...form, kind: 'CN23', lines }))
    expect(pages).toBe(2)
  })

  it('leaves room where nothing is known', async () => {
    const bare = { ...knot, grams: null, hsCode: null }
    const { text } = await read(await writeCustomsPdf({ ...form, kind: 'CN23', lines: [knot, bare] }))
    expect(text).toContain('CN23')
    expect(text).toContain('HS ______')
  })
})

test.each([
  [2_000, 280_000, 4, 'CN22'],
  [2_001, 1, 1, 'CN23'],
  [1, 280_001, 1, 'CN23'],
  [1, 1, 5, 'CN23'],
])('%i g worth %i fen in %i lines go with %s', (grams, valueFen, lines, kind) => {
  expect(formOf({ grams, valueFen, lines, shortFormFen: 280_000 })).toBe(kind)
})
