import type { ReactNode } from 'react'
import { Brand } from './brand'
import { SampleStrip } from './sample-strip'
import { SkipLink } from './skip-link'
import type { TextLink } from './ui-types'

/** A place of the desk and how much waits there; zero is not shown. */
export type DeskPlace = TextLink & { count?: number }

type DeskFrameProps = {
  skip: string
  sample?: string
  /** "工作台" */
  name: string
  home: string
  navLabel: string
  places: ReadonlyArray<DeskPlace>
  /** What this desk may see: "榆中县", "及以下 20 个乡镇、268 个村". */
  scope: {
    region: string
    reach?: string
    /** the way into her other regions */
    others?: ReactNode
  }
  /** Who is signed in, her office, and the way out. */
  who: { name: string; office: string; leave?: ReactNode }
  notice?: ReactNode
  children: ReactNode
}

/** Coordinator, finance and administration: places at the left, dense and quiet; scrolling tabs on a phone. */
export function DeskFrame({
  skip,
  sample,
  name,
  home,
  navLabel,
  places,
  scope,
  who,
  notice,
  children,
}: DeskFrameProps) {
  return (
    <div className="desk">
      <SkipLink text={skip} />
      <header className="desk-side">
        <Brand name={name} href={home} />
        <div className="desk-scope">
          <b>{scope.region}</b>
          {scope.reach ? <span className="num">{scope.reach}</span> : null}
          {scope.others}
        </div>
        <nav className="desk-nav" aria-label={navLabel}>
          <ul>
            {places.map((place) => (
              <li key={place.href}>
                <a href={place.href} aria-current={place.current ? 'page' : undefined}>
                  {place.text}
                  {place.count ? <span className="desk-count num">{place.count}</span> : null}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="desk-who">
          <p>{who.name}</p>
          <p className="quiet">{who.office}</p>
          {who.leave}
        </div>
      </header>
      <div className="desk-body">
        {sample ? <SampleStrip text={sample} /> : null}
        {notice ? <div className="desk-notice">{notice}</div> : null}
        <main id="main" className="desk-main">
          {children}
        </main>
      </div>
    </div>
  )
}
