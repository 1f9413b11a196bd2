import { describe, expect, it } from 'vitest'
import { safeReturn } from './safe-return'

/** What has led people away elsewhere (reliability check 59), and kin. */
const leadingAway = [
  '//evil.example',
  '///evil.example',
  '////evil.example/%2e%2e',
  '/\\evil.example',
  '/\\/evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/\t/evil.example',
  '\t//evil.example',
  '/\n/evil.example',
  '/\r\n/evil.example',
  ' //evil.example',
  '//evil.example\\@here.invalid',
  'https:evil.example',
  'https:/evil.example',
  'https://evil.example',
  'http://evil.example',
  'HTTPS://EVIL.EXAMPLE',
  'ftp://evil.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://evil.example/1',
  '@evil.example',
  'evil.example',
  '.evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '/%2e//evil.example',
  '/%2e%2e//evil.example',
  '/en//evil.example',
  '/en/..//evil.example',
  '/en///evil.example',
  '/en/.//evil.example',
  '//evil。example',
  '/。/evil.example/\u2028',
  '／／evil.example',
  '/\u0000/evil.example',
  '/ｅvil\uFF0F\uFF0Fevil.example',
  'http://here.invalid@evil.example/',
  '//[::1]/',
  '//2130706433/',
  '?returnTo=//evil.example',
  '#//evil.example',
  '',
  '/'.padEnd(501, 'a'),
]

describe('safeReturn', () => {
  it.each(leadingAway)('goes home instead of %j', (text) => {
    expect(safeReturn(text)).toBe('/')
  })

  it('goes home when nothing was asked for', () => {
    expect(safeReturn(null)).toBe('/')
  })

  it.each([
    '/%09/evil.example',
    '/%2f%2fevil.example',
    '/%5cevil.example',
    '/@evil.example',
    '/https://evil.example',
    '/;@evil.example',
    '/search?q=//evil.example',
    '/a#//evil.example',
  ])('keeps %j on this site', (text) => {
    const path = safeReturn(text)
    for (const site of ['https://shop.example', 'http://127.0.0.1:3000']) {
      expect(new URL(path, site).origin).toBe(site)
      expect(new URL(`/en${path}`, site).origin).toBe(site)
    }
  })

  it('keeps a path, its query and its place in the page, without the language', () => {
    expect(safeReturn('/studio/products/new')).toBe('/studio/products/new')
    expect(safeReturn('/search?q=%E7%BB%93&page=2')).toBe('/search?q=%E7%BB%93&page=2')
    expect(safeReturn('/en/desk?group=late')).toBe('/desk?group=late')
    expect(safeReturn('/en')).toBe('/')
    expect(safeReturn('/en/help?from=friend#returns')).toBe('/help?from=friend#returns')
    expect(safeReturn('/english')).toBe('/english')
  })

  it('tries at least the forty kinds of the check', () => {
    expect(leadingAway.length).toBeGreaterThanOrEqual(40)
  })
})
