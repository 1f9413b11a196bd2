/** Each sentence with how often it was said. */
export function counted(sentences: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const sentence of sentences) counts[sentence] = (counts[sentence] ?? 0) + 1
  return counts
}
