/** Whether this device is one that several makers share (a cookie of the shop's says so, also without a network). */
export function isSharedDevice(): boolean {
  return /(?:^|; )shared=1(?:;|$)/.test(document.cookie)
}
