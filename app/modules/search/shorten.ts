/** At most 160 characters, for a description; a Latin word is left out rather than cut. */
export function shorten(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  if (characters.length <= 160) return characters.join('')
  return `${characters
    .slice(0, 159)
    .join('')
    .replace(/[ ,;:]*[\p{Script=Latin}\d’'-]*$/u, '')}…`
}
