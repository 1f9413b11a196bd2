import type {
  Bilingual,
  HouseholdCategory,
  HouseholdMemberSeed,
  HouseholdStatusSeed,
  Relation,
  SeedDate,
  SellerSeed,
  StepSeed,
} from './types'

type Four = readonly [string, string, string, string]

/** A maker's sentence in Chinese, as she says it, and in English. */
export const say = (zh: string, en: string): Bilingual => ({ zh, en })

function step(zh: string, en: string): StepSeed {
  const [titleZh = '', textZh = ''] = zh.split('：')
  const [titleEn = '', textEn = ''] = en.split(/: (.*)/)
  return { title: { zh: titleZh, en: titleEn }, text: { zh: textZh, en: textEn } }
}

/** The four steps of the making, each written as 「title：sentence」 in Chinese and "Title: sentence" in English. */
export const fourSteps = (zh: Four, en: Four): SellerSeed['steps'] => [
  step(zh[0], en[0]),
  step(zh[1], en[1]),
  step(zh[2], en[2]),
  step(zh[3], en[3]),
]

/** A status of a household from its first day to the first day that it no longer holds. */
export const status = (category: HouseholdCategory, from: SeedDate, to?: SeedDate): HouseholdStatusSeed =>
  to === undefined ? { category, from } : { category, from, to }

/** A person in a household since a day, verified by a coordinator on another (or not yet). */
export const member = (
  person: string,
  relation: Relation,
  from: SeedDate,
  verifiedOn?: SeedDate,
): HouseholdMemberSeed =>
  verifiedOn === undefined ? { person, relation, from } : { person, relation, from, verifiedOn }
