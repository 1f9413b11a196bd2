import { account, accountEn } from './shop/account'
import { attributes, attributesEn } from './shop/attributes'
import { basket, basketEn } from './shop/basket'
import { browse, browseEn } from './shop/browse'
import { frame, frameEn } from './shop/frame'
import { gallery, galleryEn } from './shop/gallery'
import { home, homeEn } from './shop/home'
import { likeness, likenessEn } from './shop/likeness'
import { makers, makersEn } from './shop/makers'
import { marks, marksEn } from './shop/marks'
import { piece, pieceEn } from './shop/piece'
import { reading, readingEn } from './shop/reading'
import { season, seasonEn } from './shop/season'

/** The shop: finding, looking, the basket, and the pages of words. Chinese first, English beside it. */
export const shop = {
  ...frame,
  ...home,
  ...season,
  ...browse,
  ...attributes,
  ...piece,
  ...gallery,
  ...account,
  ...likeness,
  ...makers,
  ...marks,
  ...basket,
  ...reading,
} as const

export const shopEn: Record<keyof typeof shop, string> = {
  ...frameEn,
  ...homeEn,
  ...seasonEn,
  ...browseEn,
  ...attributesEn,
  ...pieceEn,
  ...galleryEn,
  ...accountEn,
  ...likenessEn,
  ...makersEn,
  ...marksEn,
  ...basketEn,
  ...readingEn,
}
