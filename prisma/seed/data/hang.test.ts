import { describe, expect, it } from 'vitest'
import { findAlike } from './alike'
import { hang } from './hang'
import { spread } from './spread'

describe('hang', () => {
  const piece = (key: string, seller: string, file: string) => ({ key, seller, pictures: [file] })
  const hat = (key: string, seller: string) => piece(key, seller, 'crochet-hat-navy-01.webp')
  const bears = ['a', 'b', 'c', 'd'].map((key, at) =>
    piece(key, 'one', `crochet-${['bear-brown', 'cactus-blue', 'cosy-forest', 'basket-oat'][at]}-01.webp`),
  )

  it('parts what looks alike and leaves the rest in its order', () => {
    const hung = hang([hat('x', 'one'), hat('y', 'two'), ...bears])
    expect(hung.map(({ key }) => key)).toEqual(['x', 'a', 'b', 'c', 'y', 'd'])
  })

  it('puts what comes too late into an earlier gap', () => {
    const hung = hang([...bears, hat('x', 'one'), hat('y', 'two')])
    expect(hung.map(({ key }) => key)).toEqual(['a', 'y', 'b', 'c', 'd', 'x'])
    expect(findAlike('page', hung)).toEqual([])
  })

  it('hangs everything even where nothing fits', () => {
    const hung = hang([hat('x', 'one'), hat('y', 'one')])
    expect(hung.map(({ key }) => key)).toEqual(['x', 'y'])
    expect(findAlike('shop', hung)).toEqual(['x and y, 1 apart'])
  })
})

describe('spread', () => {
  it('keeps the order of each list and parts its members', () => {
    expect(spread([['a1', 'a2', 'a3'], ['b1', 'b2', 'b3'], ['c1']])).toEqual([
      'a1',
      'b1',
      'a2',
      'b2',
      'c1',
      'a3',
      'b3',
    ])
    expect(spread([])).toEqual([])
  })
})
