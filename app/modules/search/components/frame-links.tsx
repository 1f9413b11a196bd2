import { KeptList } from '~/platform/http/kept-markup'
import { Icon } from '~/ui/icon'
import type { TextLink, UiLocale } from '~/ui/ui-types'
import { ViewButton, type ViewSwitchText } from '~/ui/view-switch'

/** The same page in the other language, written in that language. */
export type LanguageLink = TextLink & { lang: UiLocale; short: string }

/** `label` is read instead of "篮 2": "篮里 2 件". An empty basket is not counted. */
export type Basket = TextLink & { count: number; label: string }

/** A column of links in the footer; `label` is read aloud. */
export type FooterColumn = { label: string; links: readonly TextLink[] }

/** The links in the header of every shop page, then how it may be read: in the other language, in larger text. */
export function FrameNav({
  label,
  links,
  language,
  view: { isLarge, text, short },
}: {
  label: string
  links: readonly TextLink[]
  language: LanguageLink
  view: ViewSwitchText
}) {
  const view = { isLarge, text, short }
  const parts = [
    ...links.map((link) => ({ of: link, draw: () => <NavLink {...link} /> })),
    {
      of: [language, view],
      draw: () => (
        <span className="top-ways">
          <a href={language.href} lang={language.lang} hrefLang={language.lang}>
            {language.short}
          </a>
          <ViewButton {...view} />
        </span>
      ),
    },
  ]
  return <KeptList as="nav" className="top-nav" label={label} name="nav" parts={parts} />
}

function NavLink({ text, href, current }: TextLink) {
  return (
    <a href={href} aria-current={current ? 'page' : undefined}>
      {text}
    </a>
  )
}

/** Search, account and basket. */
export function FrameTools({
  search,
  account,
  basket,
}: {
  search: TextLink
  account: TextLink
  basket: Basket
}) {
  const parts = [
    { of: ['search', search], draw: () => <SearchLink {...search} /> },
    { of: ['account', account], draw: () => <AccountLink {...account} /> },
    { of: ['basket', basket], draw: () => <BasketLink {...basket} /> },
  ]
  return <KeptList className="top-tools" name="tool" parts={parts} />
}

function SearchLink({ text, href, current }: TextLink) {
  return (
    <a href={href} aria-current={current ? 'page' : undefined}>
      <Icon name="search" />
      <span>{text}</span>
    </a>
  )
}

function AccountLink({ text, href, current }: TextLink) {
  return (
    <a data-account="" href={href} aria-current={current ? 'page' : undefined}>
      <Icon name="account" />
      <span>{text}</span>
    </a>
  )
}

function BasketLink({ text, href, current, count, label }: Basket) {
  return (
    <a
      data-basket=""
      href={href}
      aria-label={count > 0 ? label : undefined}
      aria-current={current ? 'page' : undefined}
    >
      <Icon name="basket" />
      <span>
        {text} <span className="num">{count > 0 ? count : null}</span>
      </span>
    </a>
  )
}

/** The lists of links in the footer. */
export function FrameFooterLinks({ columns }: { columns: readonly FooterColumn[] }) {
  return (
    <>
      {columns.map(({ label, links }) => (
        <KeptList
          key={label}
          as="ul"
          className="foot-links"
          label={label}
          name="foot"
          parts={[{ of: links, draw: () => <FooterList links={links} /> }]}
        />
      ))}
    </>
  )
}

function FooterList({ links }: { links: readonly TextLink[] }) {
  return (
    <>
      {links.map(({ href, text }) => (
        <li key={href}>
          <a href={href}>{text}</a>
        </li>
      ))}
    </>
  )
}
