import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedWords, searchQuery, searchTokens } from './tokens'

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

describe('searchQuery', () => {
  it('asks for pairs, single characters and every word', () => {
    expect(searchQuery('桌旗')).toBe("'桌旗'")
    expect(searchQuery('结')).toBe("'结'")
    expect(searchQuery('盘长结 红')).toBe("'盘长' & '长结' & '红'")
    expect(searchQuery('knots 25')).toBe("'knot':* & '25'")
  })

  it('finds nothing to look for in signs alone', () => {
    for (const text of ['', '   ', '!&|()', "'", '\0', ':*', '\ud800']) expect(searchQuery(text)).toBeNull()
  })

  it('asks for simplified characters, whatever was typed', () => {
    expect(searchQuery('染繡')).toBe(searchQuery('染绣'))
    expect(searchQuery('鉤編')).toBe(searchQuery('钩编'))
  })

  it('asks for every word that means the same', () => {
    const query = searchQuery('钩编小熊') ?? ''
    for (const part of ["'钩编'", "'钩织'", "'勾花'"]) expect(query).toContain(part)
    expect(query.endsWith(" & '小熊'")).toBe(true)
  })

  it('a wider word finds the narrower ones, never the other way', () => {
    expect(searchQuery('染缬')).toContain("'扎染'")
    expect(searchQuery('扎染')).not.toContain("'染缬'")
  })

  it('asks for a word and its plural, however English makes it, and for its synonyms', () => {
    for (const text of ['scarf', 'scarves']) expect(searchQuery(text)).toMatch(/'scarf':\*.*'scarve':\*/)
    for (const text of ['baby', 'babies']) expect(searchQuery(text)).toContain("'babie':*")
    expect(searchQuery('boxes')).toBe("'box':*")
    expect(searchQuery('pillows')).toBe("('pillow':* | 'cushion':*)")
    expect(searchQuery('cushion')).toContain("'pillow':*")
  })

  it.each([
    ['knotted', "'knot':*"],
    ['knotting', "'knot':*"],
    ['crocheted', "'crochet':*"],
    ['beaded', "'bead':*"],
    ['dyed', "'dye':*"],
    ['dyeing', "'dye':*"],
    ['embroidered', "'embroider':*"],
    ['embroidery', "'embroider':*"],
    ['carving', "'carv':*"],
    ['carvings', "'carv':*"],
    ['engraved', "'carving':*"],
    ['carved', "'engraved':*"],
    ['weaving', "'woven':*"],
    ['wall', "'hanging':*"],
  ])('asks for other forms of a word, and what they mean: %s', (word, form) => {
    expect(searchQuery(word)).toContain(form)
  })

  it('cuts no ending off a word that is none', () => {
    for (const word of ['red', 'bed', 'seed', 'ring', 'string', 'spring'])
      expect(searchQuery(word)).toBe(`'${word}':*`)
    expect(searchQuery('earring')).not.toContain("'ear':*")
  })

  it('asks for no little word beside a telling one', () => {
    expect(searchQuery('a knot for the door')).toBe("'knot':* & 'door':*")
    expect(searchQuery('the')).toBe("'the':*")
    expect(searchQuery('hand made knot')).toBe("'knot':*")
  })

  it('asks for a colour as it was typed: its one character stands in names of people and places too', () => {
    expect(searchQuery('红色手链')).toMatch(/^\('红色'\) & \('手链' \| /)
    expect(askedWords('a 红色手链')).toEqual(['红色', '手链'])
  })

  it('lets no operator, quote or long word through, whatever was typed', () => {
    const word = String.raw`'[\p{Script=Han}\p{Script=Latin}0-9]{1,40}'(:\*)?`
    const term = new RegExp(`^(${word}|\\(${word}( [&|] ${word})*\\))$`, 'u')
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          fc.string(),
          fc.string({ unit: fc.constantFrom(..."钩编扎染结中国 a':*&|!()\\") }),
          fc.constant('x扎\0'.repeat(700)),
        ),
        (text) => {
          const terms = searchQuery(text)?.match(/\([^)]*\)|[^ &]+/g) ?? []
          expect(terms.length).toBeLessThanOrEqual(16)
          for (const one of terms) expect(one).toMatch(term)
        },
      ),
    )
  })

  it('asks only for what the same text stored', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'扎绣结红線abs12 、-') }), (text) => {
        const stored = searchTokens(text).split(' ')
        for (const term of searchQuery(text)?.split(' & ') ?? []) {
          const word = term.replace(/[':*]/g, '')
          expect(stored.some((token) => (term.endsWith('*') ? token.startsWith(word) : token === word))).toBe(
            true,
          )
        }
      }),
    )
  })
})
