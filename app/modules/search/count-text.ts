/** Counting ends here: a number beyond it stands as "1,000+". */
export const mostCounted = 1000

/** 42, or 1,000+. */
export function countText(count: number): string {
  return count > mostCounted ? '1,000+' : String(count)
}
