/** The bank's number of a booking as it is kept and compared: letters, digits and dashes, at most 64. '' when nothing of it is left, or it is longer. */
export function bankRefOf(text: string): string {
  const ref = text.normalize('NFKC').replace(/[^\dA-Za-z-]/g, '')
  return ref.length > 64 ? '' : ref
}
