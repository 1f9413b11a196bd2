import { type ContactWord, findContact } from '~/platform/contact-words'
import { type WordField, wordFields } from './describe-field'
import type { ListingDraft } from './schema'
import { findSuperlatives } from './superlatives'

/** What the rules find in the words of a listing: a way to reach her outside the shop, or what an advertisement may not say. */
export type WordFinding =
  | { kind: 'contact'; field: WordField; what: ContactWord }
  | { kind: 'superlative'; field: WordField; words: string[] }

/** A price far from what pieces of its craft usually cost. */
export type PriceFinding = {
  kind: 'price'
  isAbove: boolean
  priceFen: number
  usualFen: number
  pieces: number
}

/** The texts that buyers read, by field; kinds and questions as one text each. */
function textsOf(content: ListingDraft): { field: WordField; text: string }[] {
  return wordFields.flatMap((field) => {
    const value = content[field]
    if (field === 'lowWageReason' || field === 'craftCode') return []
    if (typeof value === 'string') return [{ field, text: value }]
    if (field === 'options')
      return [{ field, text: content.options.map(({ nameZh, nameEn }) => `${nameZh}\n${nameEn}`).join('\n') }]
    if (field === 'wishes')
      return [
        {
          field,
          text: content.wishes
            .map(({ labelZh, labelEn, hintZh, hintEn }) => [labelZh, labelEn, hintZh, hintEn].join('\n'))
            .join('\n'),
        },
      ]
    return []
  })
}

/** Field by field, in the order in which they are read. */
export function findWordFindings(content: ListingDraft): WordFinding[] {
  return textsOf(content).flatMap(({ field, text }): WordFinding[] => {
    const what = findContact(text)
    const words = findSuperlatives(text)
    return [
      ...(what ? [{ kind: 'contact' as const, field, what }] : []),
      ...(words.length > 0 ? [{ kind: 'superlative' as const, field, words }] : []),
    ]
  })
}

/** Fewer pieces have no usual price. */
const fewestPieces = 5
/** Above four times the usual price, or below a quarter of it. */
const farFactor = 4

/** What is usual: the median of the pieces of its craft that are on sale, and how many there are. */
export type UsualPrice = { medianFen: number; pieces: number }

export function findPriceFinding(priceFen: number | null, usual: UsualPrice | null): PriceFinding | null {
  if (priceFen === null || usual === null || usual.pieces < fewestPieces) return null
  const { medianFen, pieces } = usual
  if (priceFen <= medianFen * farFactor && priceFen * farFactor >= medianFen) return null
  return { kind: 'price', isAbove: priceFen > medianFen, priceFen, usualFen: medianFen, pieces }
}

/** Whether somebody has to open it before it is decided: the rules found something, or she gives a reason for her price. */
export function asksToBeRead(
  findings: readonly unknown[],
  { lowWageReason }: Pick<ListingDraft, 'lowWageReason'>,
): boolean {
  return findings.length > 0 || lowWageReason !== ''
}
