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
    ['一百零八子木珠长串', '一百零八子|木珠|长串'],
    ['十二道大盘长', '十二道|大盘长'],
    ['三色小盘长一组', '三色|小盘长|一组'],
    ['双线盘长大挂结', '双线|盘长|大挂结'],
    ['绛紫三连结', '绛紫|三连结'],
    ['绛紫双色圈束口袋', '绛紫|双色圈|束口袋'],
    ['双鱼刻葫芦', '双鱼|刻葫芦'],
    ['松绿葫芦小香囊', '松绿|葫芦|小香囊'],
    ['青瓷色盆仙人掌', '青瓷色盆|仙人掌'],
    ['带花苞的红梅枝绣绷', '带花苞的|红梅枝|绣绷'],
    ['栀子黄三角折方巾', '栀子黄|三角折|方巾'],
    ['穿好道的盘长', '穿好道的|盘长'],
    ['庄浪河串珠基地', '庄浪河|串珠|基地'],
    ['我的订单', '我的|订单'],
    ['收藏这一件', '收藏|这一件'],
    ['退给买家的', '退给|买家的'],
    ['从哪里来', '从哪里来'],
    ['钱去了哪里', '钱去了|哪里'],
    ['找一份订单', '找一份|订单'],
    ['「盘长中堂挂结」不再卖了', '「盘长|中堂|挂结」不再|卖了'],
    ['订单 2611-000123', '订单 2611-000123'],
    ['帮助', '帮助'],
    ['Nine crafts', 'Nine crafts'],
  ])('of %s are %s', (text, words) => expect(chineseWords(text).join('|')).toBe(words))

  it('are the whole text, and take no word of the dictionary or of the crafts apart', () => {
    const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
    const edgesOf = (text: string) => [...segmenter.segment(text)].map(({ index }) => index)
    const piece = fc.constantFrom(...'盘长中堂挂结的手作，。一二 aA9「」去哪里香包牡丹了')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('')
        const words = chineseWords(text)
        expect(words.join('')).toBe(text)
        // of the characters above 盘长 alone is a word of the crafts
        let begun = 0
        const edges = new Set<number>()
        for (const part of text.split(/(盘长)/)) {
          for (const edge of part === '盘长' ? [0] : edgesOf(part)) edges.add(begun + edge)
          begun += part.length
        }
        let at = 0
        for (const word of words) {
          expect(edges.has(at) || at === 0, `${words.join('|')} at ${at}`).toBe(true)
          at += word.length
        }
      }),
    )
  })
})
