/** One bar: its words below, its figure on top, both already written. `isOpen` stitches it: it is not settled yet. */
export type Bar = { key: string; label: string; figure: string; value: number; isOpen?: boolean }

const width = 600
const height = 236
const [left, top, ground] = [52, 22, 204]

/** A round step for at most five lines of a grid over so much. */
function stepOf(most: number): number {
  const rough = Math.max(most, 1) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].find((times) => times * power >= rough) ?? 10
  return step * power
}

/**
 * Bars beside the table that says the same: `title` names it, `text` says in a sentence what it shows. On a phone its box scrolls and begins at the newest bar.
 */
export function BarsChart({
  id,
  title,
  text,
  note,
  bars,
  grid,
}: {
  id: string
  title: string
  text: string
  note?: string | undefined
  bars: readonly Bar[]
  /** How a value of the grid is written. */
  grid: (value: number) => string
}) {
  const most = Math.max(0, ...bars.map(({ value }) => value))
  const step = stepOf(most)
  const lines = Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step)
  const scale = (ground - top) / Math.max(most, step)
  const slot = (width - left) / Math.max(bars.length, 1)
  const bar = Math.min(26, slot * 0.6)
  return (
    <figure className="chart">
      <figcaption>
        <b>{title}</b>
        {note ? <span className="chart-note">{note}</span> : null}
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable from the keyboard (WCAG 2.1.1) */}
      <section className="chart-box" tabIndex={0} aria-label={title}>
        <svg
          className="chart-wide"
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-text`}
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-text`}>{text}</desc>
          {lines.map((value) => {
            const y = ground - value * scale
            return (
              <g key={value}>
                <line
                  x1={left}
                  x2={width}
                  y1={y}
                  y2={y}
                  className={value === 0 ? 'chart-axis' : 'chart-grid'}
                />
                <text x={left - 8} y={y + 4} textAnchor="end">
                  {grid(value)}
                </text>
              </g>
            )
          })}
          {bars.map(({ key, label, figure, value, isOpen }, at) => {
            const middle = left + slot * (at + 0.5)
            const tall = Math.max(0, value * scale)
            const x = middle - bar / 2
            return (
              <g key={key}>
                <rect
                  x={x}
                  y={ground - tall}
                  width={bar}
                  height={tall}
                  className={isOpen ? 'chart-bar chart-open' : 'chart-bar'}
                />
                {isOpen ? (
                  <rect
                    x={x - 3}
                    y={ground - tall - 3}
                    width={bar + 6}
                    height={tall + 3}
                    className="chart-stitch"
                  />
                ) : null}
                <text x={middle} y={ground - tall - 8} textAnchor="middle" className="chart-figure">
                  {figure}
                </text>
                <text x={middle} y={ground + 20} textAnchor="middle">
                  {label}
                </text>
              </g>
            )
          })}
        </svg>
      </section>
    </figure>
  )
}
