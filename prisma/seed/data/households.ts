import { householdsOthers } from './households-others'
import { householdsYongdeng } from './households-yongdeng'
import { householdsYuzhong } from './households-yuzhong'
import type { HouseholdSeed } from './types'

/** All invented households. Never shown in public; people here have no shop page of their own unless they own a seller. */
export const households: readonly HouseholdSeed[] = [
  ...householdsYuzhong,
  ...householdsYongdeng,
  ...householdsOthers,
]
