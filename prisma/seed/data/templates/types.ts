import type { Bilingual } from '../types'

/** A question of one craft: what is asked, and what may be answered. */
export type CraftFieldSeed = {
  /** unique over all crafts */
  code: string
  name: Bilingual
  hintZh?: string
  required?: true
} & (
  | { type: 'words'; most: number }
  | { type: 'number'; unit: Bilingual; least: number; most: number }
  | { type: 'choice' | 'choices'; options: readonly (readonly [code: string, zh: string, en: string])[] }
)

/** What a listing of one craft asks, and sentences that she takes over with a tap and completes: ＿ is hers to fill in. */
export type CraftTemplateSeed = {
  craft: string
  fields: readonly CraftFieldSeed[]
  phrases: readonly string[]
}
