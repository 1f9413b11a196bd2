/** A buyer's question; `answer` with the days and the phone of the maker's account, none while it waits. */
export type QuestionSeed = {
  readonly product: string
  readonly daysAgo: number
  readonly words: string
  readonly answer?: { readonly by: string; readonly daysAgo: number; readonly words: string }
}

const guilan = '13800000101'
const xiuzhen = '13800000102'

/** What sample buyers asked and makers answered. */
export const questions: readonly QuestionSeed[] = [
  {
    product: 'endless-knot-hall',
    daysAgo: 16,
    words: '挂在两米四的墙上，穗子会不会拖到柜子？',
    answer: {
      by: guilan,
      daysAgo: 15,
      words: '从钉子到穗尾八十厘米，柜子矮于一米五就碰不到。',
    },
  },
  {
    product: 'endless-knot-hall',
    daysAgo: 9,
    words: '晒久了会褪色吗？',
    answer: {
      by: guilan,
      daysAgo: 8,
      words: '别让太阳直晒，我家堂屋那幅挂了六年，颜色还在。',
    },
  },
  {
    product: 'double-bracelet-amber',
    daysAgo: 12,
    words: '手围十四厘米的会不会太松？',
    answer: {
      by: xiuzhen,
      daysAgo: 11,
      words: '下单写上十四，我少穿一颗，不加钱。',
    },
  },
  {
    product: 'endless-knot-hall',
    daysAgo: 1,
    words: '新房门小，能打成三十厘米宽的吗？',
  },
]

/** What the demo's buyer keeps, with how much more it cost when she kept it, in fen; and whom she follows. */
export const kept = [
  { product: 'endless-knot-hall', dearerFen: 2_000n, daysAgo: 20 },
  { product: 'gourd-burned-landscape', dearerFen: 0n, daysAgo: 6 },
  { product: 'double-bracelet-amber', dearerFen: -1_000n, daysAgo: 3 },
] as const
export const followed = ['guilan', 'jinya'] as const
export const keepingBuyer = '13800000201'
