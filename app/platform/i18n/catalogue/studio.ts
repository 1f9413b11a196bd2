/** studio: Chinese first, English beside it. */
export const studio = {} as const

export const studioEn: Record<keyof typeof studio, string> = {}
