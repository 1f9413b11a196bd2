import type { ReactNode } from 'react'
import { Brand } from './brand'
import { Icon } from './icon'
import keepStudio from './keep-studio.js?url'
import { SampleStrip } from './sample-strip'
import sendOnce from './send-once.js?url'
import { SkipLink } from './skip-link'
import type { TextLink, UiLocale } from './ui-types'

type StudioFrameProps = {
  skip: string
  sample?: string
  /** The studio's first page shows its name; every other page the one way back. */
  head:
    | { kind: 'home'; name: string; lang?: UiLocale | undefined; href: string }
    | ({ kind: 'back' } & TextLink)
  /** What stands at the right: "念给我听", "退出". */
  tool?: ReactNode
  notice?: ReactNode
  /** For whom she acts, and the way to another: at the very top of every page while she does. */
  acting?: { text: string; link: TextLink }
  /** Above all else on a shared device: whose it is now, and the way to the next person. */
  band?: ReactNode
  children: ReactNode
}

/** The artisan's workspace: large type, one thing at a time. */
export function StudioFrame({ skip, sample, head, tool, notice, acting, band, children }: StudioFrameProps) {
  return (
    <>
      <SkipLink text={skip} />
      {sample ? <SampleStrip text={sample} /> : null}
      {band}
      {acting ? (
        <section className="acting-band" aria-label={acting.text}>
          <b>{acting.text}</b>
          <a href={acting.link.href}>{acting.link.text}</a>
        </section>
      ) : null}
      <header className="studio-top">
        {head.kind === 'home' ? (
          <Brand name={head.name} lang={head.lang} href={head.href} />
        ) : (
          <a className="studio-back" href={head.href}>
            <Icon name="back" />
            {head.text}
          </a>
        )}
        {tool ? <div className="studio-tool">{tool}</div> : null}
      </header>
      {notice ? <div className="studio-notice">{notice}</div> : null}
      <main id="main" className="studio-main">
        {children}
      </main>
      <script type="module" src={keepStudio} />
      <script type="module" src={sendOnce} />
    </>
  )
}
