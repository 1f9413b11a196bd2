import table from './traditional.json'

const simplifiedOf = new Map(
  [...table.traditional].map((character, at) => [character, table.simplified.charAt(at)]),
)

/** Traditional characters as simplified ones, character by character. Both what is stored and what is asked goes through it. */
export function simplify(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (character) => simplifiedOf.get(character) ?? character)
}
