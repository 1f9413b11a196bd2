/** shop: Chinese first, English beside it. */
export const shop = {} as const

export const shopEn: Record<keyof typeof shop, string> = {}
