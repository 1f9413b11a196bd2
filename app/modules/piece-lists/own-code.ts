/** The number under which a piece goes out in a table and is known again: her own, else the one on its label, else one made of its id. */
export function codeOf({
  id,
  ownCode,
  serial,
  publishedAt,
}: {
  id: string
  ownCode: string | null
  serial: string
  publishedAt: Date | null
}): string {
  return ownCode ?? (publishedAt ? serial : `D-${id.slice(-8)}`)
}
