import { calendar, calendarEn } from './studio/calendar'
import { check, checkEn } from './studio/check'
import { fairPrice, fairPriceEn } from './studio/fair-price'
import { finding, findingEn } from './studio/finding'
import { frame, frameEn } from './studio/frame'
import { home, homeEn } from './studio/home'
import { kinds, kindsEn } from './studio/kinds'
import { photos, photosEn } from './studio/photos'
import { piece, pieceEn } from './studio/piece'
import { pieces, piecesEn } from './studio/pieces'
import { price, priceEn } from './studio/price'
import { refusals, refusalsEn } from './studio/refusals'
import { sides, sidesEn } from './studio/sides'
import { steps, stepsEn } from './studio/steps'
import { wishes, wishesEn } from './studio/wishes'
import { words, wordsEn } from './studio/words'

/** The maker's workspace: her pieces, from the first photo to the shop. Chinese first, English beside it. */
export const studio = {
  ...frame,
  ...refusals,
  ...home,
  ...pieces,
  ...piece,
  ...steps,
  ...photos,
  ...words,
  ...finding,
  ...price,
  ...kinds,
  ...sides,
  ...wishes,
  ...fairPrice,
  ...check,
  ...calendar,
} as const

export const studioEn: Record<keyof typeof studio, string> = {
  ...frameEn,
  ...refusalsEn,
  ...homeEn,
  ...piecesEn,
  ...pieceEn,
  ...stepsEn,
  ...photosEn,
  ...wordsEn,
  ...findingEn,
  ...priceEn,
  ...kindsEn,
  ...sidesEn,
  ...wishesEn,
  ...fairPriceEn,
  ...checkEn,
  ...calendarEn,
}
