import { describe, expect, it } from 'vitest'
import { findContact, findContactPiece } from './contact-words'

describe('findContact', () => {
  it.each([
    ['我的电话 13800000101，晚上打', 'number'],
    ['138 0000 0101', 'number'],
    ['１３８－００００－０１０１', 'number'],
    ['一三八零零零零零一零一', 'number'],
    ['幺三八洞洞洞洞洞幺洞幺', 'number'],
    ['幺三八，零零零零，零幺零幺', 'number'],
    ['座机 0931-8888888', 'number'],
    ['看 https://example.com/a', 'link'],
    ['www.example', 'link'],
    ['去example.cn看', 'link'],
    ['me@example.org', 'link'],
    ['加我微信聊', 'account'],
    ['加V细说', 'account'],
    ['my WeChat is', 'account'],
    ['vx:abc', 'account'],
  ])('%s gives away a %s', (text, kind) => {
    expect(findContact(text)).toBe(kind)
  })

  it.each([
    '绳子是五号线还是七号线？',
    '26 米够绕几圈，直径 12.5 cm 行吗？',
    '能在 2026 年 12 月 25 日前到吗？',
    '三百个要做几天？一件 68 元，300 件呢？',
    'Could it be 120 x 45 cm, in blue.And with a tassel?',
    '一二三四样颜色都有吗',
    '有没有 12、14、16、18 cm 的',
    '12，14，16，18，20 厘米都有吗',
    '120 140 160 180 四种尺寸哪种合适',
  ])('%s is a question about the piece', (text) => {
    expect(findContact(text)).toBeNull()
  })
})

describe('findContactPiece', () => {
  it.each([
    ['打我 138 0000 0101，晚上', '138 0000 0101'],
    ['我是１３８－００００－０１０１', '138-0000-0101'],
    ['😀 一三八 零零零零 零一零一 谢谢', '一三八 零零零零 零一零一'],
    ['看 https://example.com/a?b=1 这里', 'https://example.com/a?b=1'],
    ['写到 me@example.org 吧', 'me@example.org'],
    ['加我微信 lanlan_88', '加我微信 lanlan_88'],
    ['号 12345678', '12345678'],
  ])('of %s is %s', (text, piece) => {
    expect(piece).toContain(findContactPiece(text)?.piece ?? 'nothing was found')
  })
})
