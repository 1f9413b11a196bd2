/** One line of what a list's choices are: a choice with its count, or something else that the counts tell. */
export type FacetRow = {
  facet: string
  value: string
  zh: string
  en: string | null
  note: string | null
  count: number
  place: number
}
