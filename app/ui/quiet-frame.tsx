import type { ReactNode } from 'react'
import { Brand } from './brand'
import { Icon, type IconName } from './icon'
import { SampleStrip } from './sample-strip'
import { SkipLink } from './skip-link'
import type { TextLink } from './ui-types'

type QuietFrameProps = {
  skip: string
  sample?: string
  name: string
  home: string
  /** The one way out that a form offers: "打电话问", "回到篮里". */
  help?: TextLink & { icon?: IconName }
  notice?: ReactNode
  children: ReactNode
}

/** Checkout, payment, order by number: a bare header, one column of work, nothing to wander off to. */
export function QuietFrame({ skip, sample, name, home, help, notice, children }: QuietFrameProps) {
  return (
    <>
      <SkipLink text={skip} />
      {sample ? <SampleStrip text={sample} /> : null}
      <header className="top">
        <div className="wrap wrap-form top-row top-row-bare">
          <Brand name={name} href={home} />
          {help ? (
            <div className="top-tools">
              <a href={help.href}>
                <Icon name={help.icon ?? 'phone'} />
                <span>{help.text}</span>
              </a>
            </div>
          ) : null}
        </div>
      </header>
      {notice ? <div className="wrap wrap-form top-notice">{notice}</div> : null}
      <main id="main" className="quiet-main">
        {children}
      </main>
    </>
  )
}
