import { describe, expect, it } from 'vitest'
import { findAlike, type Hung } from './alike'
import { crafts } from './crafts'
import { products } from './products'
import { sellers } from './sellers'
import { waiting } from './waiting'

describe('listings', () => {
  const shown = products.filter(({ key }) => waiting[key] === undefined)

  it('keep back four pieces that exist', () => {
    expect(products.length - shown.length).toBe(4)
    expect(Object.keys(waiting)).toHaveLength(4)
  })

  it('never show two alike together: the whole shop, each craft, the newest of each craft, each maker', () => {
    expect(findAlike('page', shown)).toEqual([])
    for (const { code } of crafts) {
      const page = shown.filter(({ craft }) => craft === code)
      expect(page.length, code).toBeGreaterThan(8)
      expect(findAlike('page', page), code).toEqual([])
    }
    const newest = crafts.flatMap(({ code }) => shown.find(({ craft }) => craft === code) ?? [])
    expect(findAlike('page', newest)).toEqual([])
    for (const { key } of sellers) {
      const shop = shown.filter(({ seller }) => seller === key)
      expect(findAlike('shop', shop), key).toEqual([])
    }
  })
})

describe('findAlike', () => {
  const piece = (key: string, file: string): Hung => ({ key, pictures: [file] })
  const red = piece('red', 'sachet-heart-ivory-01.webp')
  const redToo = piece('red too', 'sachet-round-ivory-01.webp')
  const blue = piece('blue', 'sachet-heart-blue-01.webp')
  const others = [
    piece('hat', 'crochet-hat-navy-01.webp'),
    piece('bear', 'crochet-bear-grey-01.webp'),
    piece('cosy', 'crochet-cosy-forest-01.webp'),
  ]

  it('sees one first picture twice within four places', () => {
    const again = piece('again', 'sachet-heart-ivory-01.webp')
    expect(findAlike('shop', [red, ...others.slice(0, 2), again])).toEqual(['red and again, 3 apart'])
    expect(findAlike('page', [red, again])).toEqual(['red and again, 1 apart'])
    expect(findAlike('page', [red, ...others, again])).toEqual([])
  })

  it('sees one motif and tone together on a page, and side by side in a shop', () => {
    expect(findAlike('page', [red, ...others.slice(0, 2), redToo])).toEqual(['red and red too, 3 apart'])
    expect(findAlike('page', [red, ...others, redToo])).toEqual([])
    expect(findAlike('shop', [red, redToo])).toEqual(['red and red too, 1 apart'])
    expect(findAlike('shop', [red, blue, redToo])).toEqual([])
  })

  it('sees one motif in two tones side by side on a page only', () => {
    expect(findAlike('page', [red, blue])).toEqual(['red and blue, 1 apart'])
    expect(findAlike('page', [red, ...others.slice(0, 1), blue])).toEqual([])
    expect(findAlike('shop', [red, blue])).toEqual([])
  })
})
