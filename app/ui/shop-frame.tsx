import type { ReactNode } from 'react'
import { Brand } from './brand'
import { classNames } from './class-names'
import { Icon } from './icon'
import { SampleStrip } from './sample-strip'
import { SkipLink } from './skip-link'
import type { TextLink, UiLocale } from './ui-types'
import { ViewSwitch, type ViewSwitchText } from './view-switch'

/** A column of links in the footer; `label` is read aloud. */
export type FooterColumn = { label: string; links: ReadonlyArray<TextLink> }

export type ShopFrameText = {
  /** "跳到正文" */
  skip: string
  /** Where what is a visitor's is asked for, and whether the page has it already. */
  ownPart: { address: string; isWritten: boolean }
  /** Set while sample data is loaded. */
  sample?: string
  name: string
  home: string
  navLabel: string
  nav: ReadonlyArray<TextLink>
  search: TextLink
  account: TextLink
  /** `label` is read instead of "篮 2": "篮里 2 件". An empty basket is not counted. */
  basket: TextLink & { count: number; label: string }
  footerLines: ReadonlyArray<string>
  footer: ReadonlyArray<FooterColumn>
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
  /** A banner above the page: the test clock, a message after a form. */
  notice?: ReactNode
  /** The page ends in a sticky buying bar on the phone. */
  withBar?: boolean
  children: ReactNode
}

/** Every shop page: sample strip, header, main, and a footer that begins with the resist-dyed edge. */
export function ShopFrame({ text, notice, withBar = false, children }: ShopFrameProps) {
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
          <nav className="top-nav" aria-label={text.navLabel}>
            {text.nav.map((link) => (
              <a key={link.href} href={link.href} aria-current={link.current ? 'page' : undefined}>
                {link.text}
              </a>
            ))}
            <a
              href={text.otherLanguage.href}
              lang={text.otherLanguage.lang}
              hrefLang={text.otherLanguage.lang}
            >
              {text.otherLanguage.short}
            </a>
          </nav>
          <TopTools text={text} />
        </div>
      </header>
      {notice ? <div className="wrap top-notice">{notice}</div> : null}
      <main id="main" className={classNames('shop-main', withBar && 'shop-main-bar')}>
        {children}
      </main>
      <ShopFooter text={text} />
    </>
  )
}

function TopTools({ text }: { text: ShopFrameText }) {
  return (
    <div className="top-tools">
      <a href={text.search.href} aria-current={text.search.current ? 'page' : undefined}>
        <Icon name="search" />
        <span>{text.search.text}</span>
      </a>
      <a data-account="" href={text.account.href} aria-current={text.account.current ? 'page' : undefined}>
        <Icon name="account" />
        <span>{text.account.text}</span>
      </a>
      <a
        data-basket=""
        href={text.basket.href}
        aria-label={text.basket.count > 0 ? text.basket.label : undefined}
        aria-current={text.basket.current ? 'page' : undefined}
      >
        <Icon name="basket" />
        <span>
          {text.basket.text} <span className="num">{text.basket.count > 0 ? text.basket.count : null}</span>
        </span>
      </a>
    </div>
  )
}

function ShopFooter({ text }: { text: ShopFrameText }) {
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
            <p className="foot-line" lang={text.otherLanguage.lang}>
              <a className="link-line" href={text.otherLanguage.href} hrefLang={text.otherLanguage.lang}>
                {text.otherLanguage.text}
              </a>
            </p>
            <ViewSwitch {...text.view} />
            {text.currency}
          </div>
          {text.footer.map((column) => (
            <ul key={column.label} className="foot-links" aria-label={column.label}>
              {column.links.map((link) => (
                <li key={link.href}>
                  <a href={link.href}>{link.text}</a>
                </li>
              ))}
            </ul>
          ))}
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
