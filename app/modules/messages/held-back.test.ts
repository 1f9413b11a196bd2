import { describe, expect, it } from 'vitest'
import { Refusal } from '~/platform/errors'
import { refuseContact } from './held-back'

function refusalOf(words: string): [string, unknown] | null {
  try {
    refuseContact(words)
    return null
  } catch (error) {
    return error instanceof Refusal ? [error.key, error.params.piece] : ['another error', error]
  }
}

describe('what is held back before payment', () => {
  it.each([
    ['打我 13800000231 吧', 'messages.heldNumber', '13800000231'],
    ['打我 138 0000 0231，晚上', 'messages.heldNumber', '138 0000 0231'],
    ['1 3 8 0 0 0 0 0 2 3 1', 'messages.heldNumber', '1 3 8 0 0 0 0 0 2 3 1'],
    ['幺三八零零零零零二三幺找我', 'messages.heldNumber', '幺三八零零零零零二三幺'],
    ['一三八 零零零零 零二三一', 'messages.heldNumber', '一三八 零零零零 零二三一'],
    ['Call +86 138-0000-0231 please', 'messages.heldNumber', '86 138-0000-0231'],
    ['看 https://example.com/a?b=1 这里', 'messages.heldLink', 'https://example.com/a?b=1'],
    ['写到 me@example.org 吧', 'messages.heldLink', 'me@example.org'],
    ['My WeChat is lan88', 'messages.heldAccount', 'WeChat'],
    ['vx:lan88', 'messages.heldAccount', 'vx:lan88'],
  ])('%s', (words, key, piece) => {
    expect(refusalOf(words)).toEqual([key, piece])
  })

  it.each(['三百个要做几天？一件 68 元', '2026 年 12 月 25 日前能到吗', 'Could it be 120 x 45 cm?', ''])(
    'nothing in %s',
    (words) => {
      expect(refusalOf(words)).toBeNull()
    },
  )
})
