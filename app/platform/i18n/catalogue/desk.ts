/** desk: Chinese first, English beside it. */
export const desk = {} as const

export const deskEn: Record<keyof typeof desk, string> = {}
