type Words = { readonly title: string; readonly body: string }

/** A document of the shop and its versions, oldest first: each was published seven days before `from` (YYYY-MM-DD), the first on the day itself. */
export type SampleDocument = {
  readonly kind: 'terms' | 'privacy' | 'rules'
  readonly versions: readonly { readonly from: string; readonly zh: Words; readonly en: Words }[]
}
