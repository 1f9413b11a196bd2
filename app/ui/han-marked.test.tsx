import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { HanMarked } from './han-marked'

test('a Chinese name in an English sentence is marked, in a Chinese one nothing is', () => {
  const text = 'Hand “Longshang” over to 接手人（示例）, not to 李四.'
  expect(renderToStaticMarkup(<HanMarked text={text} locale="en" />)).toBe(
    'Hand “Longshang” over to <span lang="zh-CN">接手人（示例）</span>, not to <span lang="zh-CN">李四</span>.',
  )
  expect(renderToStaticMarkup(<HanMarked text="交给李四" locale="zh-CN" />)).toBe('交给李四')
})
