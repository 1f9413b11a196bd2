import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { cellMarkup } from './cell-markup'
import { type CellData, PieceCell } from './piece-cell'

const hostile = `</article><script>"'&`
const files = (kind: string) => [320, 640].map((width) => ({ src: `/media/a-${width}.${kind}`, width }))
const photo = { alt: '盘长结', width: 800, height: 1000, webp: files('webp'), jpeg: files('jpg') }
const tab = {
  id: 'keep-a',
  form: 'marks',
  value: 'keep:a',
  isKept: false,
  text: '收藏',
  label: '收藏「盘长结」',
}
const piece = { href: '/products/a', title: '盘长结', photo, by: '桂兰结艺 · 榆中县', priceFen: 36800 }
const plain: CellData = { piece, locale: 'zh-CN', tab }

const cells: Record<string, CellData> = {
  plain,
  'first, under a heading of the page': {
    ...plain,
    eager: true,
    headingLevel: 2,
    sizes: '(min-width: 1em) 20vw, 44vw',
  },
  'kept, dearer ones too, with when and where': {
    locale: 'en',
    tab: { ...tab, isKept: true },
    piece: {
      ...piece,
      titleLang: 'zh-CN',
      byLang: 'zh-CN',
      priceFen: 123_456,
      priceNote: 'and up',
      estimate: 'about US$170',
      where: 'Within China only',
      when: { kind: 'made', text: 'Made in 9 days' },
      photo: { ...photo, alt: 'A red knot', avif: files('avif') },
    },
  },
  'with one of the two lines that not every piece has': {
    ...plain,
    piece: { ...piece, where: 'Within China only' },
  },
  'whose picture has no file': {
    ...plain,
    piece: { ...piece, photo: { ...photo, webp: [], jpeg: [], avif: [] } },
  },
  'of hostile words': {
    locale: 'zh-CN',
    sizes: hostile,
    tab: { id: hostile, form: hostile, value: hostile, isKept: true, text: hostile, label: hostile },
    piece: {
      href: hostile,
      title: hostile,
      by: hostile,
      priceFen: -5,
      priceNote: hostile,
      estimate: hostile,
      where: hostile,
      when: { kind: 'gone', text: hostile },
      photo: {
        ...photo,
        alt: `${hostile}!`,
        webp: [{ src: hostile, width: 1 }],
        jpeg: [{ src: hostile, width: 1 }],
      },
    },
  },
}

it.each(Object.entries(cells))('draws a piece as PieceCell draws it: %s', (_, cell) => {
  expect(cellMarkup(cell)).toBe(renderToStaticMarkup(<PieceCell {...cell} />))
})
