/** Why a coordinator asks for a change. Texts: studio.reason…, and a ready sentence desk.phrase… for each. */
export const changeReasons = [
  'photos_unclear',
  'photos_missing',
  'title',
  'story',
  'materials',
  'size',
  'price',
  'making_time',
  'not_handmade',
  'not_hers',
  'other',
] as const
export type ChangeReason = (typeof changeReasons)[number]

/** A stored reason code as one of the list; what is no longer listed reads as "other". */
export function reasonOf(code: string | null): ChangeReason {
  return changeReasons.find((reason) => reason === code) ?? 'other'
}
