import { faults, faultsEn } from './register/faults'
import { newHousehold, newHouseholdEn } from './register/new-household'
import { screens, screensEn } from './register/screens'

/** Lists on their way into the register of households. Chinese first, English beside it. */
export const register = { ...screens, ...newHousehold, ...faults } as const

export const registerEn: Record<keyof typeof register, string> = {
  ...screensEn,
  ...newHouseholdEn,
  ...faultsEn,
}
