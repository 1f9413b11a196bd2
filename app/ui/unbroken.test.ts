import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Unbroken } from './unbroken'

it.each([
  ['订单 2611-048213 · 刚才', '订单 <span class="num nowrap">2611-048213</span> · 刚才'],
  ['2611-048213', '<span class="num nowrap">2611-048213</span>'],
  ['<b>没有号码 1234-56', '&lt;b&gt;没有号码 1234-56'],
])('%s keeps its number in one piece', (text, html) => {
  expect(renderToStaticMarkup(createElement(Unbroken, { text }))).toBe(html)
})
