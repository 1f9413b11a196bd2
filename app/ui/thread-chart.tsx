/** One thread: its name and its figure, already written. */
export type Thread = { key: string; name: string; figure: string; value: number }

const row = 34
const [from, to] = [112, 250]

/** Threads with a bead at the end, the first in cinnabar: how much of each, beside the table that says the same. */
export function ThreadChart({
  id,
  title,
  text,
  threads,
}: {
  id: string
  title: string
  text: string
  threads: readonly Thread[]
}) {
  const most = Math.max(1, ...threads.map(({ value }) => value))
  return (
    <figure className="chart">
      <svg
        className="chart-narrow"
        viewBox={`0 0 360 ${threads.length * row + 4}`}
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-text`}>{text}</desc>
        {threads.map(({ key, name, figure, value }, at) => {
          const y = at * row + 17
          const end = from + (to - from) * (Math.max(0, value) / most)
          return (
            <g key={key}>
              <text x={0} y={y + 5} className="chart-name">
                {name}
              </text>
              <line x1={from} x2={end} y1={y} y2={y} className="chart-thread" />
              <circle cx={end} cy={y} r={6} className={at === 0 ? 'chart-bead-first' : 'chart-bead'} />
              <text x={end + 13} y={y + 5} className="chart-figure">
                {figure}
              </text>
            </g>
          )
        })}
      </svg>
    </figure>
  )
}
