/** At most so many characters; a Latin word is left out rather than cut, unless it is all there is. */
export function shorten(text: string, most: number): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  if (characters.length <= most) return characters.join('')
  const cut = characters.slice(0, most - 1).join('')
  return `${cut.replace(/[ ,;:]*[\p{Script=Latin}\d’'-]*$/u, '') || cut}…`
}
