/** How far a webhook's signature may lie from our clock, in seconds, before or after. */
export const SIGNATURE_WINDOW_SECONDS = 300

/** The moment in a `Stripe-Signature` header, in Unix seconds; null unless there is exactly one, in plain digits. */
export function signatureTime(header: string): number | null {
  const stamps = header.split(',').filter((item) => item.split('=')[0] === 't')
  const [stamp] = stamps
  if (stamps.length !== 1 || stamp === undefined || !/^t=\d{1,12}$/.test(stamp)) return null
  return Number(stamp.slice(2))
}

/**
 * Whether a signature time lies inside the window on both sides. The SDK only refuses old signatures: one dated in the
 * future would stay replayable until its date has passed.
 */
export function isTimely(signedAt: number, now: Date): boolean {
  return Math.abs(Math.floor(now.getTime() / 1000) - signedAt) <= SIGNATURE_WINDOW_SECONDS
}
