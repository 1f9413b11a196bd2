import type { Bilingual } from './types'

/** What a maker asks of whoever wants one. */
export type WishSeed = {
  readonly label: Bilingual
  readonly hint?: string
  readonly maxLength: number
  readonly isRequired?: true
}

/** The sample pieces that are made to the buyer's words. */
export const wishes: Readonly<Record<string, readonly WishSeed[]>> = {
  'wedding-insoles-red': [
    {
      label: { zh: '绣哪两个人的姓', en: 'The two family names to stitch, in Chinese' },
      hint: '左右各一个，比如“王李”。',
      maxLength: 4,
      isRequired: true,
    },
    { label: { zh: '哪一天成亲', en: 'The wedding day' }, hint: '绣在跟上，可以不绣。', maxLength: 12 },
  ],
  'long-glass-string-agate-red': [
    {
      label: { zh: '珠牌上刻什么字', en: 'Words to carve on the tag' },
      hint: '两到四个字。',
      maxLength: 4,
      isRequired: true,
    },
    { label: { zh: '要多长', en: 'How long it should be' }, hint: '比如“到胸口”。', maxLength: 10 },
  ],
  'plum-branch-yellow': [
    { label: { zh: '枝子下面绣什么字', en: 'Words to stitch below the branch' }, maxLength: 8 },
  ],
  'heart-sachet-pink-peony': [
    { label: { zh: '背面绣谁的名字', en: 'A name for the back' }, hint: '不绣就空着。', maxLength: 6 },
  ],
}
