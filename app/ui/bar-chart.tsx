import { axisSteps } from './chart-scale'
import { classNames } from './class-names'

/** One month (or class, or county): as many values as there are series, and its total as written. */
export type Bar = { key: string; label: string; values: ReadonlyArray<number>; total: string; open?: boolean }

type BarChartProps = {
  /** "十二个月销售额" */
  title: string
  /** "千元" */
  unit: string
  /** Read instead of the drawing; it says where the numbers stand: "柱图，数字见右表". */
  label: string
  /** At most three, from the ground up: cinnabar, hatched indigo, loess. */
  series: ReadonlyArray<string>
  bars: ReadonlyArray<Bar>
  /** What the stitched outline of an open month means: "未锁". */
  openText?: string
}

const plot = { left: 40, right: 600, top: 24, ground: 214, bar: 26 }
const fills = ['chart-first', 'chart-second', 'chart-third']

/** Stacked bars, drawn on the server beside their table and never instead of it; they can be read in grey. */
export function BarChart({ title, unit, label, series, bars, openText }: BarChartProps) {
  const sums = bars.map((bar) => bar.values.reduce((sum, value) => sum + value, 0))
  const steps = axisSteps(Math.max(0, ...sums))
  const highest = steps[steps.length - 1] ?? 1
  const yOf = (value: number) => round(plot.ground - (value / highest) * (plot.ground - plot.top))
  return (
    <figure className="chart">
      <figcaption className="chart-title">
        <span>
          <b>{title}</b>，{unit}
        </span>
        {series.length > 1 || openText ? <ChartKeys series={series} openText={openText} /> : null}
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable from the keyboard (WCAG 2.1.1) */}
      <section className="chart-box" tabIndex={0} aria-label={title}>
        <svg className="chart-plot" viewBox="0 0 600 244" role="img" aria-label={label}>
          <Hatch />
          {steps.map((step) => (
            <g key={step}>
              <line
                x1={plot.left - 4}
                x2={plot.right}
                y1={yOf(step)}
                y2={yOf(step)}
                className={step === 0 ? 'chart-axis' : 'chart-grid'}
              />
              <text x={plot.left - 12} y={yOf(step) + 4} textAnchor="end">
                {step}
              </text>
            </g>
          ))}
          {bars.map((bar, at) => (
            <BarColumn key={bar.key} bar={bar} x={columnX(at, bars.length)} yOf={yOf} />
          ))}
        </svg>
      </section>
    </figure>
  )
}

const round = (value: number) => Math.round(value * 10) / 10

function columnX(at: number, count: number): number {
  const room = (plot.right - plot.left) / Math.max(1, count)
  return round(plot.left + room * at + (room - plot.bar) / 2)
}

function BarColumn({ bar, x, yOf }: { bar: Bar; x: number; yOf: (value: number) => number }) {
  const parts = bar.values.map((value, at) => {
    const below = bar.values.slice(0, at).reduce((sum, part) => sum + part, 0)
    const top = yOf(below + value)
    return {
      fill: fills[at] ?? 'chart-third',
      top,
      height: Math.max(0, round(yOf(below) - top - 1)),
      empty: value <= 0,
    }
  })
  const top = yOf(bar.values.reduce((sum, value) => sum + value, 0))
  const middle = x + plot.bar / 2
  return (
    <g>
      <g className={classNames(bar.open && 'chart-open') || undefined}>
        {parts
          .filter((part) => !part.empty)
          .map((part) => (
            <rect
              key={part.fill}
              x={x}
              y={part.top}
              width={plot.bar}
              height={part.height}
              className={part.fill}
            />
          ))}
      </g>
      {bar.open ? (
        <rect
          x={x - 3}
          y={top - 3}
          width={plot.bar + 6}
          height={plot.ground - top + 3}
          className="chart-stitch"
        />
      ) : null}
      <text x={middle} y={top - 9} textAnchor="middle" className="chart-value">
        {bar.total}
      </text>
      <text x={middle} y={plot.ground + 20} textAnchor="middle">
        {bar.label}
      </text>
    </g>
  )
}

/** The second series is hatched at 45°, so that it differs from the first without colour. */
function Hatch() {
  return (
    <defs>
      <pattern
        id="chart-hatch"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="6" height="6" className="chart-second-ground" />
        <rect width="2.4" height="6" className="chart-second-line" />
      </pattern>
    </defs>
  )
}

function ChartKeys({ series, openText }: { series: ReadonlyArray<string>; openText?: string }) {
  return (
    <>
      {series.map((name, at) => (
        <span key={name} className="chart-key">
          <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
            <rect width="12" height="12" className={fills[at]} />
          </svg>
          {name}
        </span>
      ))}
      {openText ? (
        <span className="chart-key">
          <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
            <rect x="1" y="1" width="10" height="10" className="chart-stitch" />
          </svg>
          {openText}
        </span>
      ) : null}
    </>
  )
}
