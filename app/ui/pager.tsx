type PagerProps = {
  /** "翻页" */
  label: string
  page: number
  pageCount: number
  hrefOf: (page: number) => string
  /** "第 3 页", read aloud instead of the bare number. */
  nameOf: (page: number) => string
  previous: string
  next: string
}

/** Pages as beads on a thread: the first, the last and those around the present one. */
export function Pager({ label, page, pageCount, hrefOf, nameOf, previous, next }: PagerProps) {
  if (pageCount <= 1) return null
  return (
    <nav className="pager" aria-label={label}>
      {page > 1 ? (
        <a className="pager-step" href={hrefOf(page - 1)} rel="prev">
          {previous}
        </a>
      ) : null}
      <ol className="pager-beads">
        {pagerStops(page, pageCount).map((stop) =>
          typeof stop === 'number' ? (
            <li key={stop}>
              <a
                className="pager-bead num"
                href={hrefOf(stop)}
                aria-label={nameOf(stop)}
                aria-current={stop === page ? 'page' : undefined}
              >
                {stop}
              </a>
            </li>
          ) : (
            <li key={stop} className="pager-gap" aria-hidden="true" />
          ),
        )}
      </ol>
      {page < pageCount ? (
        <a className="pager-step" href={hrefOf(page + 1)} rel="next">
          {next}
        </a>
      ) : null}
    </nav>
  )
}

/** At most five numbers, so that they fit one line at 320 px; a string stands for the pages left out between two. */
export function pagerStops(page: number, pageCount: number): Array<number | string> {
  const wanted = [1, page - 1, page, page + 1, pageCount]
  const numbers = [...new Set(wanted)].filter((n) => n >= 1 && n <= pageCount).sort((a, b) => a - b)
  return numbers.flatMap((number, at) => {
    const before = numbers[at - 1]
    return before !== undefined && number - before > 1 ? [`after-${before}`, number] : [number]
  })
}
