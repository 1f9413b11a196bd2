/** seconds without a touch after which she is taken for gone, and before that how long the page says so */
export const idleSeconds = 120
export const warnSeconds = 20
/** seconds between two words to the shop that somebody is at the device */
export const wordSeconds = 15

/** Seconds until she is taken for gone; 0 = now. */
export function secondsLeft({ now, touchedAt }: { now: number; touchedAt: number }): number {
  return Math.max(0, Math.ceil(idleSeconds - (now - touchedAt) / 1000))
}

/** Whether the shop has to hear that she is still here: she touched the device since it heard last, and that is a while ago. */
export function isWordDue(times: { now: number; touchedAt: number; heardAt: number }): boolean {
  return times.touchedAt > times.heardAt && times.now - times.heardAt >= wordSeconds * 1000
}
