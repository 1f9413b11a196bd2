/** payout: Chinese first, English beside it. */
export const payout = {} as const

export const payoutEn: Record<keyof typeof payout, string> = {}
