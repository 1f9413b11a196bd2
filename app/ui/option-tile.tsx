import { classNames } from './class-names'

/** One choice: its name, what tells it from the others, and the colour that its name means, as CSS writes it. */
export type TileOption = {
  value: string
  text: string
  note?: string
  colour?: string | null
  disabled?: boolean
}

type OptionTilesProps = {
  /** Also the prefix of the radios' ids; the error banner links to it. */
  id: string
  name: string
  legend: string
  options: ReadonlyArray<TileOption>
  defaultValue?: string
  required?: boolean
  error?: string
}

/** Choices as tiles: the radio itself draws the frame, so it works in the oldest browser and from the keyboard. */
export function OptionTiles({ id, name, legend, options, defaultValue, required, error }: OptionTilesProps) {
  return (
    <fieldset className="tiles" id={id} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="tiles-legend">{legend}</legend>
      <div className="tiles-row">
        {options.map((option) => (
          <label key={option.value} className="tile">
            <input
              type="radio"
              className="tile-radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              disabled={option.disabled}
              required={required}
            />
            {option.colour ? (
              <span className="tile-plait" style={{ backgroundColor: option.colour }} />
            ) : null}
            <span className={classNames('tile-words', isLong(option.text) && 'tile-long')}>
              {option.text}
            </span>
            {option.note ? <span className="tile-note">{option.note}</span> : null}
          </label>
        ))}
      </div>
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          <span>{error}</span>
        </p>
      ) : null}
    </fieldset>
  )
}

/** half widths of a Han character that fit into a tile on a phone */
const mostInTile = 16

/** Whether a name holds a stretch that would not fit into a tile unless it is broken in the middle. */
function isLong(text: string): boolean {
  return text.split(/[\s，、]+/).some((run) => widthOf(run) > mostInTile)
}

function widthOf(run: string): number {
  return [...run].reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0)
}
