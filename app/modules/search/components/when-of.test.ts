import { expect, it } from 'vitest'
import { translator } from '~/platform/i18n/translate'
import { countedUpTo } from '../availability'
import { whenOf } from './when-of'

it('counts what lies there as far as a page is told of sales, and says that there is plenty beyond', () => {
  const said = (count: number) => whenOf({ kind: 'stock', count }, translator('en')).text
  expect([said(1), said(countedUpTo), said(countedUpTo + 1), said(1_000_000)]).toEqual([
    '1 in stock',
    '10 in stock',
    'Plenty in stock',
    'Plenty in stock',
  ])
})
