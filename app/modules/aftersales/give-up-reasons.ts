/** Why a paid parcel was given up before it was sent: by its buyer, by its maker, or because it was not sent in time. */
export const giveUpReasons = ['buyer_cancelled', 'cannot_make', 'not_shipped'] as const
export type GiveUpReason = (typeof giveUpReasons)[number]
