import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedWords, kindTokens, searchQuery, searchTokens, wordsQuery } from './tokens'

/** any UTF-16 units at all: control characters, half surrogates */
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units))

describe('searchTokens', () => {
  it('cuts Han into characters and pairs, Latin into words', () => {
    expect(searchTokens('扎染围巾 Indigo Scarf 2')).toBe('扎 染 围 巾 扎染 染围 围巾 indigo scarf 2')
  })

  it('joins no pair over a space, a number or a sign', () => {
    expect(searchTokens('5号线，中间')).toBe('5 号 线 号线 中 间 中间')
  })

  it('reads full-width letters and digits, capitals and accents as plain ones', () => {
    expect(searchTokens('Ｋｎｏｔ １２ Café')).toBe('knot 12 cafe')
  })

  it('keeps each word once and drops what is neither', () => {
    expect(searchTokens('结 结 \0 & | ! \ud800 😀')).toBe('结')
  })
})

describe('wordsQuery', () => {
  it('asks for pairs, single characters and every word', () => {
    expect(wordsQuery('桌旗')).toBe("'桌旗'")
    expect(wordsQuery('结')).toBe("'结'")
    expect(wordsQuery('盘长结 红')).toBe("'盘长' & '长结' & '红'")
    expect(wordsQuery('knots 25')).toBe("'knot':* & '25'")
  })

  it('finds nothing to look for in signs alone', () => {
    for (const text of ['', '   ', '!&|()', "'", '\0', ':*', '\ud800']) expect(wordsQuery(text)).toBeNull()
  })

  it('asks for simplified characters, whatever was typed', () => {
    expect(wordsQuery('染繡')).toBe(wordsQuery('染绣'))
    expect(wordsQuery('鉤編')).toBe(wordsQuery('钩编'))
  })

  it('asks for every word that means the same', () => {
    const query = wordsQuery('钩编小熊') ?? ''
    for (const part of ["'钩编'", "'钩织'", "'勾花'"]) expect(query).toContain(part)
    expect(query.endsWith(" & '小熊'")).toBe(true)
  })

  it('a wider word finds the narrower ones, never the other way', () => {
    expect(wordsQuery('染缬')).toContain("'扎染'")
    expect(wordsQuery('扎染')).not.toContain("'染缬'")
  })

  it('asks for a word and its plural, however English makes it, and for its synonyms', () => {
    for (const text of ['scarf', 'scarves']) expect(wordsQuery(text)).toMatch(/'scarf':\*.*'scarve':\*/)
    for (const text of ['baby', 'babies']) expect(wordsQuery(text)).toContain("'babie':*")
    expect(wordsQuery('dresses')).toBe("'dress':*")
    expect(wordsQuery('boxes')).toBe("('box' | 'boxes' | 'boxed':*)")
    expect(wordsQuery('pillows')).toBe("('pillow':* | 'cushion':*)")
    expect(wordsQuery('cushion')).toContain("'pillow':*")
  })

  it.each([
    ['knotted', "'knot':*"],
    ['knotting', "'knot':*"],
    ['crocheted', "'crochet':*"],
    ['beaded', "'bead':*"],
    ['dyed', "'dye'"],
    ['dyeing', "'dye'"],
    ['shoes', "'shoe':*"],
    ['heroes', "'hero':*"],
    ['fans', "'fan'"],
    ['beanie', "'hat'"],
    ['shoes', "'鞋垫'"],
    ['wall hangings', "'挂轴'"],
    ['wallhanging', "'wall':* & 'hanging':*"],
    ['key chain', "'keychain':*"],
    ["mother's day", "'祝寿'"],
    ['embroidered', "'embroider':*"],
    ['embroidery', "'embroider':*"],
    ['carving', "'carv':*"],
    ['carvings', "'carv':*"],
    ['engraved', "'carving':*"],
    ['carved', "'engraved':*"],
    ['weaving', "'woven':*"],
    ['wall', "'hanging':*"],
  ])('asks for other forms of a word, and what they mean: %s', (word, form) => {
    expect(wordsQuery(word)).toContain(form)
  })

  it('cuts no ending off a word that is none', () => {
    for (const word of ['seed', 'ring', 'string', 'spring']) expect(wordsQuery(word)).toBe(`'${word}':*`)
    for (const word of ['red', 'bed', 'car']) expect(wordsQuery(word)).toBe(`('${word}' | '${word}s')`)
    for (const word of ['earring', 'earings']) expect(wordsQuery(word)).not.toMatch(/'ear'/)
    expect(wordsQuery('shoes')).not.toContain("'sho'")
  })

  it('asks for no little word beside a telling one', () => {
    expect(wordsQuery('a knot for the door')).toBe("'knot':* & 'door':*")
    expect(wordsQuery('the')).toBe("('the' | 'thes')")
    expect(wordsQuery('hand made knot')).toBe("'knot':*")
  })

  it('asks for a colour as it was typed: its one character stands in names of people and places too', () => {
    expect(wordsQuery('红色手链')).toMatch(/^'红色' & \('手链' \| /)
    expect(askedWords('a 红色手链')).toEqual(['红色', '手链'])
  })

  it('asks for what is called so by its last character, and for no particle beside a word', () => {
    expect(wordsQuery('帽子')).toBe("('帽子' | 'n帽')")
    expect(wordsQuery('红色的手链子')).toBe(wordsQuery('红色手链'))
    expect(wordsQuery('的')).toBe("'的'")
  })

  it('takes no sound for English', () => {
    expect(wordsQuery('fan')).toBe("('fan' | 'fans')")
    expect(searchQuery('fan')).toBe("('fan' | 'fans' | 'fan':* | '音fan':*)")
  })
})

describe('searchQuery', () => {
  it('asks for smaller and coloured ones by their kind', () => {
    expect(searchQuery('小兔子')).toBe("('小兔' & '兔子' | '兔子' | 'n兔' | '小兔')")
    expect(searchQuery('红结')).toBe("('红结' | '红色' & 'n结')")
  })

  it('asks for words that were written as one', () => {
    expect(searchQuery('doorknot')).toContain("('door' | 'doors') & ('knot' | 'knots')")
  })

  it('lets no operator, quote or long word through, whatever was typed', () => {
    const word = /'[\p{Script=Han}\p{Script=Latin}0-9]{1,41}'(?::\*)?/gu
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          fc.string(),
          fc.string({ unit: fc.constantFrom(..."钩编扎染结中国红小子 a':*&|!()\\") }),
          fc.constant('x扎\0'.repeat(700)),
        ),
        (text) => {
          for (const query of [searchQuery(text), wordsQuery(text)]) {
            // words with one operator between them; parentheses around some, which are words again
            let rest = (query ?? 'w').replace(word, 'w')
            for (let before = ''; before !== rest; ) {
              before = rest
              rest = rest.replace(/w [&|] w/g, 'w').replace(/\(w\)/g, 'w')
            }
            expect(rest).toBe('w')
          }
        },
      ),
    )
  })

  it('asks only for what the same text stored', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'扎绣结红線abs12 、-') }), (text) => {
        const stored = searchTokens(text).split(' ')
        const isStored = (word: string) =>
          stored.some((token) =>
            word.endsWith(':*') ? token.startsWith(word.slice(1, -3)) : `'${token}'` === word,
          )
        for (const term of wordsQuery(text)?.split(' & ') ?? [])
          expect(term.replace(/[()]/g, '').split(' | ').some(isStored)).toBe(true)
      }),
    )
  })
})

it.each([
  ['提花毛线帽，毛球顶', 'n帽'],
  ['靛蓝兔子', 'n兔'],
  ['墨灰菱纹长巾一对', 'n巾'],
  ['Round fan', undefined],
])('of %s the kind is %s', (name, kind) => {
  expect(kindTokens([name])[0]).toBe(kind)
})
