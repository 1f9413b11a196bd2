import { classNames } from './class-names'

type NameSealProps = {
  /** The characters of the hand: two to six stand best, up to eight fit. Anything that is not Han is left out. */
  text: string
  size?: 'medium' | 'large'
}

/** A maker's name seal, read from right to left. It repeats a name that stands beside it, so it is hidden from readers. */
export function NameSeal({ text, size = 'medium' }: NameSealProps) {
  const columns = sealColumns(text)
  if (columns.length === 0) return null
  const rows = columns[0]?.length ?? 1
  return (
    <span
      className={classNames(
        'name-seal',
        size === 'large' && 'name-seal-large',
        `name-seal-${columns.length}x${rows}`,
      )}
      aria-hidden="true"
      lang="zh-CN"
    >
      {columns.map((column) => (
        <span key={column.join('')} className="name-seal-column">
          {column.map(inItsPlace).map((mark) => (
            <i key={mark.key}>{mark.character}</i>
          ))}
        </span>
      ))}
    </span>
  )
}

/** A name may hold one character twice, so its place is part of its key. */
function inItsPlace(character: string, place: number) {
  return { key: `${place}${character}`, character }
}

/** Two characters stand in one column, more in two, the longer one first (on the right). */
export function sealColumns(text: string): string[][] {
  const characters = [...text].filter((character) => /\p{Script=Han}/u.test(character)).slice(0, 8)
  if (characters.length === 0) return []
  if (characters.length <= 2) return [characters]
  const half = Math.ceil(characters.length / 2)
  return [characters.slice(0, half), characters.slice(half)]
}
