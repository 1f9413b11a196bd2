import type { Bilingual } from './types'

/** What a maker asks of whoever wants one. */
export type WishSeed = {
  readonly label: Bilingual
  readonly hint?: Bilingual
  readonly maxLength: number
  readonly isRequired?: true
}

/** The sample pieces that are made to the buyer's words. */
export const wishes: Readonly<Record<string, readonly WishSeed[]>> = {
  'wedding-insoles-red': [
    {
      label: { zh: '绣哪两个人的姓', en: 'The two family names to stitch, in Chinese' },
      hint: { zh: '左右各一个，比如「王李」。', en: 'One for each foot, such as 王李.' },
      maxLength: 4,
      isRequired: true,
    },
    {
      label: { zh: '哪一天成亲', en: 'The wedding day' },
      hint: { zh: '绣在跟上，可以不绣。', en: 'Stitched on the heel; leave it empty if you want none.' },
      maxLength: 12,
    },
  ],
  'long-glass-string-agate-red': [
    {
      label: { zh: '珠牌上刻什么字', en: 'Words to carve on the tag' },
      hint: { zh: '两到四个字。', en: 'Two to four Chinese characters.' },
      maxLength: 4,
      isRequired: true,
    },
    {
      label: { zh: '要多长', en: 'How long it should be' },
      hint: { zh: '比如“到胸口”。', en: 'Such as “60 cm”.' },
      maxLength: 10,
    },
  ],
  'plum-branch-yellow': [
    { label: { zh: '枝子下面绣什么字', en: 'Words to stitch below the branch' }, maxLength: 8 },
  ],
  'heart-sachet-pink-peony': [
    {
      label: { zh: '背面绣谁的名字', en: 'A name for the back' },
      hint: { zh: '不绣就空着。', en: 'Leave it empty if you want none.' },
      maxLength: 6,
    },
  ],
}
