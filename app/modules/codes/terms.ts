import type { Day } from '~/platform/calendar'

/** The words of a term. */
export type Words = { nameZh: string; nameEn: string }

/** A term of a code table; days are Beijing's, the last one exclusive. */
export type Term = Words & {
  id: string
  code: string
  validFrom: Day
  /** null = in use */
  validTo: Day | null
  mergedIntoId: string | null
  mergedOn: Day | null
  /** what it was called until a day, in the order of their entry */
  names: (Words & { until: Day })[]
}

export function isValidOn({ validFrom, validTo }: Term, day: Day): boolean {
  return validFrom <= day && (validTo === null || day < validTo)
}

/** What a term was called on a day. The database says the same (function term_words). */
export function wordsOn(
  { names, nameZh, nameEn }: Pick<Term, 'names' | 'nameZh' | 'nameEn'>,
  day: Day,
): Words {
  const first = names
    .filter(({ until }) => day < until)
    .toSorted((a, b) => a.until.localeCompare(b.until))
    .at(0)
  return first ? { nameZh: first.nameZh, nameEn: first.nameEn } : { nameZh, nameEn }
}

/** As what a term counts on a day: from the day of its merge on, as what it was merged into. The database says the same (function term_counted). */
export function countedOn(terms: readonly Term[], term: Term, day: Day): Term {
  if (term.mergedOn === null || day < term.mergedOn) return term
  const next = terms.find(({ id }) => id === term.mergedIntoId)
  return next ? countedOn(terms, next, day) : term
}

/** The term in use on a day that is called or coded like this, else one that ever was; what was merged by then is what it was merged into. Null when there is none. */
export function termNamed(terms: readonly Term[], words: readonly string[], day: Day): Term | null {
  const isOneOf = (some: readonly Words[]) =>
    some.some((one) => words.includes(one.nameZh) || words.includes(one.nameEn))
  const isCalled = (term: Term) => words.includes(term.code) || isOneOf([wordsOn(term, day)])
  const wasCalled = ({ nameZh, nameEn, names }: Term) => isOneOf([{ nameZh, nameEn }, ...names])
  const found = [...terms.filter(isCalled), ...terms.filter(wasCalled)].map((term) =>
    countedOn(terms, term, day),
  )
  return found.find((term) => isValidOn(term, day)) ?? null
}
