import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ErrorBanner } from './error-banner'

const wordsOf = (title: string, rest: string) =>
  renderToStaticMarkup(createElement(ErrorBanner, { title, rest, faults: [] })).replace(/<[^>]*>/g, '')

it('keeps two sentences of Latin letters apart, and those of Chinese together', () => {
  expect(wordsOf('A price has changed.', 'Everything else is kept.')).toBe(
    'A price has changed. Everything else is kept.',
  )
  expect(wordsOf('价钱有变动。', '其他的都记下了。')).toBe('价钱有变动。其他的都记下了。')
})
