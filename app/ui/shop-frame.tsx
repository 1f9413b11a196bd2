import type { ReactNode } from 'react'
import { Brand } from './brand'
import { classNames } from './class-names'
import { SampleStrip } from './sample-strip'
import { SkipLink } from './skip-link'
import type { TextLink, UiLocale } from './ui-types'
import { ViewForm, ViewSwitch, type ViewSwitchText } from './view-switch'

export type ShopFrameText = {
  /** "跳到正文" */
  skip: string
  /** Where what is a visitor's is asked for, and whether the page has it already. */
  ownPart: { address: string; isWritten: boolean }
  /** Set while sample data is loaded. */
  sample?: string
  name: string
  home: string
  footerLines: ReadonlyArray<string>
  /** Licence and registration numbers, in Chinese, each with the register in which it stands. */
  licences: ReadonlyArray<{ text: string; href: string | null }>
  /** The same page in the other language, written in that language. */
  otherLanguage: TextLink & { lang: UiLocale; short: string }
  view: ViewSwitchText
  /** in which currency prices are estimated, where they are */
  currency?: ReactNode
}

type ShopFrameProps = {
  text: ShopFrameText
  /** The links in the header, then search, account and basket. */
  nav: ReactNode
  tools: ReactNode
  /** The lists of links in the footer. */
  footerLinks: ReactNode
  /** Lines in the footer, above its links to other views: what will change. */
  footerNotice?: ReactNode
  /** A banner above the page: the test clock, a message after a form. */
  notice?: ReactNode
  /** The page ends in a sticky buying bar on the phone. */
  withBar?: boolean
  children: ReactNode
}

/** Every shop page: sample strip, header, main, and a footer that begins with the resist-dyed edge. */
export function ShopFrame({
  text,
  nav,
  tools,
  footerLinks,
  footerNotice,
  notice,
  withBar = false,
  children,
}: ShopFrameProps) {
  return (
    <>
      <SkipLink text={text.skip} />
      {text.sample ? <SampleStrip text={text.sample} /> : null}
      <header
        className="top"
        data-own-part={text.ownPart.address}
        data-known={text.ownPart.isWritten ? '' : undefined}
      >
        <div className="wrap top-row">
          <Brand name={text.name} href={text.home} />
          {nav}
          {tools}
        </div>
        <ViewForm {...text.view} />
      </header>
      {notice ? <div className="wrap top-notice">{notice}</div> : null}
      <main id="main" className={classNames('shop-main', withBar && 'shop-main-bar')}>
        {children}
      </main>
      <ShopFooter text={text} links={footerLinks} notice={footerNotice} />
    </>
  )
}

type ShopFooterProps = { text: ShopFrameText; links: ReactNode; notice: ReactNode }

function ShopFooter({ text, links, notice }: ShopFooterProps) {
  return (
    <footer className="foot">
      <div className="foot-edge" aria-hidden="true" />
      <div className="foot-ground">
        <div className="wrap foot-grid">
          <div>
            <p className="foot-name">{text.name}</p>
            {text.footerLines.map((line) => (
              <p key={line} className="foot-line">
                {line}
              </p>
            ))}
            {notice}
            <p className="foot-line" lang={text.otherLanguage.lang}>
              <a className="link-line" href={text.otherLanguage.href} hrefLang={text.otherLanguage.lang}>
                {text.otherLanguage.text}
              </a>
            </p>
            <ViewSwitch {...text.view} id="foot-view" />
            {text.currency}
          </div>
          {links}
        </div>
        {text.licences.length > 0 ? (
          <p className="wrap foot-line foot-licences items-baseline" lang="zh-CN">
            {text.licences.map(({ text: line, href }) =>
              href ? (
                <a key={line} className="link-line" href={href} rel="noreferrer">
                  {line}
                </a>
              ) : (
                <span key={line}>{line}</span>
              ),
            )}
          </p>
        ) : null}
      </div>
    </footer>
  )
}
