import { Beads } from './beads'

/** What a buyer wrote. `from` names her, her city and the month; `rating` is of five beads, said in words. */
export type Letter = {
  key: string
  text: string
  lang?: string
  from: string
  rating: number
  ratingText: string
}

/** Reviews as letters, side by side on a desk. */
export function Letters({ letters }: { letters: ReadonlyArray<Letter> }) {
  return (
    <div className="letters">
      {letters.map((letter) => (
        <article key={letter.key} className="letter">
          <p className="letter-text" lang={letter.lang}>
            {letter.text}
          </p>
          <footer className="letter-from">
            {letter.from}{' '}
            <span className="nowrap">
              {letter.ratingText} <Beads count={letter.rating} of={5} />
            </span>
          </footer>
        </article>
      ))}
    </div>
  )
}
