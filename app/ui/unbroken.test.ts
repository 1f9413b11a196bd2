import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { keepUnits, Unbroken } from './unbroken'

it.each([
  ['订单 2611-048213 · 刚才', '订单 <span class="num nowrap">2611-048213</span> · 刚才'],
  ['2611-048213', '<span class="num nowrap">2611-048213</span>'],
  ['EMS, 10–20 days', 'EMS, <span class="num nowrap">10–20</span> days'],
  ['<b>没有号码 1234-56', '&lt;b&gt;没有号码 1234-56'],
])('%s keeps its number in one piece', (text, html) => {
  expect(renderToStaticMarkup(createElement(Unbroken, { text }))).toBe(html)
})

it.each([
  ['全长 46 cm，约 26 米', '全长 46\u00a0cm，约 26\u00a0米'],
  ['22 November to 6 December', '22\u00a0November to 6\u00a0December'],
  ['16 × 16', '16 × 16'],
])('%s keeps its numbers by their units', (text, kept) => {
  expect(keepUnits(text)).toBe(kept)
})
