/** One page of this device sends at a time; the others wait for it. */
export async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  return navigator.locks ? await navigator.locks.request('qiaoshou-pocket', work) : await work()
}
