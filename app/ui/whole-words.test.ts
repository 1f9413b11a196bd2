import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chineseWords } from './whole-words'

describe('chineseWords', () => {
  it.each([
    ['冬天的灯下，一根线', '冬天的|灯下，一根线'],
    ['盘长中堂挂结', '盘长|中堂|挂结'],
    ['钩编兔挂偶，橘色领结', '钩编|兔挂偶，橘色|领结'],
    ['五结圆环挂饰', '五结|圆环|挂饰'],
    ['在卖的手作', '在卖的|手作'],
    ['从哪里来', '从哪里来'],
    ['钱去了哪里', '钱去了|哪里'],
    ['找一份订单', '找一份|订单'],
    ['「盘长中堂挂结」不再卖了', '「盘长|中堂|挂结」不再|卖了'],
    ['订单 2611-000123', '订单 2611-000123'],
    ['帮助', '帮助'],
    ['Nine crafts', 'Nine crafts'],
  ])('of %s are %s', (text, words) => expect(chineseWords(text).join('|')).toBe(words))

  it('are the whole text, and take no word of the dictionary apart', () => {
    const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
    const piece = fc.constantFrom(...'盘长中堂挂结的手作，。一二 aA9「」去哪里香包牡丹了')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('')
        const words = chineseWords(text)
        expect(words.join('')).toBe(text)
        const edges = new Set([...segmenter.segment(text)].map(({ index }) => index))
        let at = 0
        for (const word of words) {
          expect(edges.has(at) || at === 0, `${words.join('|')} at ${at}`).toBe(true)
          at += word.length
        }
      }),
    )
  })
})
