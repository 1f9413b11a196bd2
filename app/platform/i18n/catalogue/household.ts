/** household: Chinese first, English beside it. */
export const household = {} as const

export const householdEn: Record<keyof typeof household, string> = {}
