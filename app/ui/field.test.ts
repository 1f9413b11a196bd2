import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { TextareaField } from './field'

it('lets a text come in that is too long, instead of cutting off its end unsaid', () => {
  const drawn = renderToStaticMarkup(
    createElement(TextareaField, { id: 'words', label: '问什么', maxLength: 300 }),
  )
  expect(Number(/maxlength="(\d+)"/i.exec(drawn)?.[1])).toBeGreaterThan(500)
})
