import { z } from 'zod'

/**
 * The dated settings: key → schema and the value when no row is valid. Values change by a new row, never in code.
 */
export const settings = {
  /** days after receipt during which a piece may come back (Consumer Law art. 25: 7 days from the day after) */
  'orders.returnWindowDays': { schema: z.number().int().min(7).max(60), value: 7 },
  /** minutes for which an unpaid order holds its pieces */
  'orders.payWithinMinutes': { schema: z.number().int().min(5).max(60), value: 15 },
  /** days from the order for which it holds its pieces when it is paid by bank transfer */
  'orders.transferHoldDays': { schema: z.number().int().min(1).max(14), value: 3 },
  /** days for which the pieces are held at least once a slip is handed in, so that staff can look for the money */
  'orders.slipCheckDays': { schema: z.number().int().min(0).max(7), value: 2 },
  /** days after shipping when a parcel counts as received without word */
  'orders.receivedAfterDays': { schema: z.number().int().min(3).max(60), value: 10 },
  /** hours between two questions to the carrier about one parcel */
  'orders.askCarrierHours': { schema: z.number().int().min(1).max(72), value: 4 },
  /** days after which a carrier is not asked any more about a parcel that never arrived */
  'orders.askCarrierDays': { schema: z.number().int().min(5).max(120), value: 60 },
  /** days within which ready pieces ship */
  'orders.stockShipDays': { schema: z.number().int().min(1).max(14), value: 2 },
  /** days after which a parcel inside the mainland has usually arrived: an estimate told to buyers, never a promise */
  'orders.usualWayDays': { schema: z.number().int().min(1).max(30), value: 6 },
  /** whole days after the promised day when a parcel that was not sent goes back to the buyer by itself */
  'orders.lateRefundDays': { schema: z.number().int().min(1).max(60), value: 7 },
  /** grams that box and padding add to every parcel that goes abroad */
  'abroad.packingGrams': { schema: z.number().int().min(0).max(5_000), value: 60 },
  /** basis points of the weight of the pieces that they add besides */
  'abroad.packingBps': { schema: z.number().int().min(0).max(10_000), value: 1_000 },
  /** fen up to which a parcel goes with the short customs form, CN22 (300 SDR, about ¥2,900) */
  'abroad.shortFormFen': { schema: z.number().int().min(0), value: 280_000 },
  /** days without a new piece after which a basket is forgotten; never fewer than its cookie lives */
  'carts.keepDays': { schema: z.number().int().min(60), value: 90 },
  /** unpaid orders of one buyer or network address at once; 0 = no limit */
  'orders.unpaidAtOnce': { schema: z.number().int().min(0).max(1000), value: 3 },
  /** basis points of a stock that one buyer's unpaid orders may hold, never less than one piece; 0 = no limit */
  'orders.unpaidShareBps': { schema: z.number().int().min(0).max(10_000), value: 2000 },
  /** minutes between two questions for events that the provider could not deliver */
  'payments.sweepMinutes': { schema: z.number().int().min(1).max(1440), value: 10 },
  /** refused cards of one order, hence of one payment page, after which its page is closed and no further one takes cards */
  'payments.cardTries': { schema: z.number().int().min(1).max(100), value: 10 },
  /** refused cards of one order, or of all orders from one network address, within an hour that staff is called for: cards are being tried out */
  'payments.alertTries': { schema: z.number().int().min(1).max(1000), value: 10 },
  /** searches and filtered lists that are rendered for one network address in a minute; 0 = no limit */
  'limits.searches': { schema: z.number().int().min(0).max(1_000_000), value: 600 },
  /** questions for suggestions of one network address in a minute; 0 = no limit */
  'limits.suggestions': { schema: z.number().int().min(0).max(1_000_000), value: 1_800 },
  /** files that one account takes away in ten minutes; 0 = no limit */
  'limits.files': { schema: z.number().int().min(0).max(1_000_000), value: 60 },
  /** megabytes of files that one account or, without one, one network address sends in ten minutes; 0 = no limit */
  'limits.uploads': { schema: z.number().int().min(0).max(1_000_000), value: 1_000 },
  /** how often one account asks numbers to act for it in a day, and one number is asked; 0 = no limit */
  'limits.asks': { schema: z.number().int().min(0).max(1_000_000), value: 10 },
  /** fen; smaller balances wait for the next batch */
  'payouts.minimumFen': { schema: z.number().int().min(1), value: 100 },
  /** basis points of a balance that may be kept back for a debt of hers at most */
  'payouts.debtShareBps': { schema: z.number().int().min(0).max(10_000), value: 5_000 },
  /** fen that she gets of a balance in any case, or all of it when it is less, whatever she owes */
  'payouts.debtFloorFen': { schema: z.number().int().min(1), value: 10_000 },
  /** the day of the week on which all that is ready is paid: 1 Monday to 7 Sunday */
  'payouts.weekday': { schema: z.number().int().min(1).max(7), value: 5 },
  /** hours before a newly registered card is paid to: time to notice a card that is not hers. The database asks for as many (trigger card_cools), 72 without a row */
  'payouts.cardCoolingHours': { schema: z.number().int().min(0).max(720), value: 72 },
  /** days for which a shop's papers count as looked at once its county has checked them (six months) */
  'sellers.verificationDays': { schema: z.number().int().min(30).max(730), value: 180 },
  /** days for which an owner may object to a handover of her shop that the city approved without her word: the database asks for seven (HandoverAbsence_approved), and the handover for fewer than it lasts */
  'handovers.objectionDays': { schema: z.number().int().min(7).max(21), value: 15 },
  /** sign-in codes of one phone in 24 hours */
  'codes.perPhoneDay': { schema: z.number().int().min(1), value: 10 },
  /** sign-in codes asked for from one address in an hour */
  'codes.perAddressHour': { schema: z.number().int().min(1), value: 20 },
  /** seconds between two codes of one phone */
  'codes.resendSeconds': { schema: z.number().int().min(0), value: 60 },
  /** in which further deeds of an agent join one message to the maker */
  'mandates.joinMinutes': { schema: z.number().int().min(0).max(60), value: 10 },
  /** 0: visitors ask nothing about pieces; what was asked and answered stays to be read */
  'features.questions': { schema: z.number().int().min(0).max(1), value: 1 },
  /** 0: no new application is handed in; those handed in are answered */
  'features.joining': { schema: z.number().int().min(0).max(1), value: 1 },
  /** 0: payment by bank transfer is offered to nobody; transfers that were chosen are still settled */
  'features.transfers': { schema: z.number().int().min(0).max(1), value: 1 },
  /** wrong tries after which a code is dead */
  'codes.tries': { schema: z.number().int().min(1).max(10), value: 5 },
  /** minutes for which a code is good */
  'codes.minutes': { schema: z.number().int().min(1).max(10), value: 5 },
} as const

export type SettingKey = keyof typeof settings
