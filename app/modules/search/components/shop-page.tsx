import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ComingLines } from '~/modules/documents/components/coming-documents'
import type { ComingDocument } from '~/modules/documents/find-coming-documents.server'
import { CurrencySwitch } from '~/modules/rates/components/currency-switch'
import { ContactLine } from '~/modules/settings/components/contact-line'
import type { Contact } from '~/modules/settings/contact'
import type { Licences } from '~/modules/settings/licences'
import { paths } from '~/paths'
import type { Day } from '~/platform/calendar'
import { useViewSwitch } from '~/platform/http/use-view'
import { formatDay } from '~/platform/i18n/format'
import { type Locale, localPath, withoutLocale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { ShopFrame, type ShopFrameText } from '~/ui/shop-frame'
import type { TextLink } from '~/ui/ui-types'
import { accountLink, type Workplace } from '../account-link'
import {
  type Basket,
  type FooterColumn,
  FrameFooterLinks,
  FrameNav,
  FrameTools,
  type LanguageLink,
} from './frame-links'
import { type Marks, MarksOf } from './marks'

/** What every shop page knows of its visitor and of the shop. */
export type ShopPageData = {
  /** the page is rendered for somebody who may be known: what is hers stands on it */
  isKnown: boolean
  /** pieces in the basket */
  basketCount: number
  marks: Marks
  workplace: Workplace
  isSample: boolean
  /** the shop's day while the demo clock runs ahead, else null */
  movedTo: Day | null
  /** what the law wants at the foot of each page; null while none is set */
  licences: Licences | null
  /** how it is reached; null while nothing is set */
  contact: Contact | null
  /** versions of the documents that hold from a later day */
  coming: ComingDocument[]
}

type Href = (path: string) => string

/** The frame of every shop page, with what is true of this visitor. */
export function ShopPage({
  data,
  withBar,
  children,
}: {
  data: ShopPageData
  withBar: boolean
  children: ReactNode
}) {
  const { t, locale, href } = useTranslator()
  const { pathname, search } = useLocation()
  const view = useViewSwitch()
  const { text, links } = frameOf({ data, t, locale, href, pathname, search })
  return (
    <ShopFrame
      text={{ ...text, view, currency: <CurrencySwitch /> }}
      nav={
        <FrameNav label={t('shop.navLabel')} links={links.nav} language={text.otherLanguage} view={view} />
      }
      tools={<FrameTools search={links.search} account={links.account} basket={links.basket} />}
      footerLinks={<FrameFooterLinks columns={links.footer} />}
      footerNotice={
        <>
          <ContactLine contact={data.contact} className="foot-line" />
          <ComingLines coming={data.coming} className="foot-line" />
        </>
      }
      notice={
        data.movedTo ? (
          <Banner tone="info" icon="clock">
            {t('common.clockMoved', { day: formatDay(locale, data.movedTo) })}
          </Banner>
        ) : undefined
      }
      withBar={withBar}
    >
      <MarksOf marks={data.marks} back={withoutLocale(pathname) + withoutWord(search)}>
        {children}
      </MarksOf>
    </ShopFrame>
  )
}

/** What was said once after a form is not said again. */
function withoutWord(search: string): string {
  const query = new URLSearchParams(search)
  query.delete('done')
  const text = query.toString()
  return text ? `?${text}` : ''
}

type FrameFacts = {
  data: ShopPageData
  t: Translate
  locale: Locale
  href: Href
  pathname: string
  search: string
}

type Frame = {
  text: Omit<ShopFrameText, 'view' | 'currency'> & { otherLanguage: LanguageLink }
  links: { nav: TextLink[]; search: TextLink; account: TextLink; basket: Basket; footer: FooterColumn[] }
}

function frameOf({ data, t, locale, href, pathname, search }: FrameFacts): Frame {
  const place = withoutLocale(pathname)
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en'
  return {
    text: {
      skip: t('common.skip'),
      ownPart: { address: href(paths.ownPart()), isWritten: data.isKnown },
      ...(data.isSample ? { sample: t('common.sample') } : {}),
      name: t('common.brand'),
      home: href(paths.home()),
      footerLines: [t('shop.footLine'), t('shop.footLineTwo')],
      licences: licencesOf(data.licences),
      otherLanguage: {
        text: t('common.english'),
        short: t('common.englishShort'),
        href: localPath(other, place) + search,
        lang: other,
      },
    },
    links: {
      nav: [
        {
          text: t('shop.navCrafts'),
          href: href(paths.search()),
          current: /^\/(search|crafts|products)/.test(place),
        },
        { text: t('shop.navMakers'), href: href(paths.makers()), current: place.startsWith(paths.makers()) },
        { text: t('shop.navImpact'), href: href(paths.impact()), current: place === paths.impact() },
        { text: t('shop.navHelp'), href: href(paths.help()), current: place === paths.help() },
        ...(data.marks.pieces.length + data.marks.makers.length > 0
          ? [
              {
                text: t('shop.navKept'),
                href: href(paths.favourites()),
                current: place === paths.favourites(),
              },
            ]
          : []),
      ],
      search: { text: t('shop.search'), href: `${href(paths.search())}#q` },
      account: {
        ...accountLink(data.workplace, t, href),
        current: place.startsWith(paths.account()),
      },
      basket: {
        text: t('shop.basket'),
        href: href(paths.cart()),
        count: data.basketCount,
        label: t('shop.basketLabel', { count: data.basketCount }),
        current: place === paths.cart(),
      },
      footer: footerOf(t, href),
    },
  }
}

/** The first two lead to the registers in which they stand. */
function licencesOf(licences: Licences | null): ShopFrameText['licences'] {
  const { icp = null, police = null, licence = null } = licences ?? {}
  return [
    ...(licence ? [{ text: licence, href: null }] : []),
    ...(icp ? [{ text: icp, href: 'https://beian.miit.gov.cn/' }] : []),
    ...(police
      ? [
          {
            text: police,
            href: `https://beian.mps.gov.cn/#/query/webSearch?code=${police.replace(/\D/g, '')}`,
          },
        ]
      : []),
  ]
}

function footerOf(t: Translate, href: Href): FooterColumn[] {
  const help = (anchor: string) => href(`${paths.help()}#${anchor}`)
  return [
    {
      label: t('shop.footBuying'),
      links: [
        { text: t('shop.footDelivery'), href: help('delivery') },
        { text: t('shop.footReturns'), href: help('returns') },
        { text: t('shop.footMadeToOrder'), href: help('made-to-order') },
        { text: t('shop.footFindOrder'), href: href(paths.findOrder()) },
      ],
    },
    {
      label: t('shop.footLooking'),
      links: [
        { text: t('shop.navCrafts'), href: href(paths.search()) },
        { text: t('shop.navMakers'), href: href(paths.makers()) },
        { text: t('shop.navImpact'), href: href(paths.impact()) },
        { text: t('shop.footVerify'), href: help('verify') },
        { text: t('shop.footKept'), href: href(paths.favourites()) },
      ],
    },
    {
      label: t('shop.footUs'),
      links: [
        { text: t('shop.footAbout'), href: href(paths.about()) },
        { text: t('shop.footStudio'), href: href(paths.studio()) },
        { text: t('reports.link'), href: href(paths.report()) },
        { text: t('documents.terms'), href: href(paths.terms()) },
        { text: t('documents.privacy'), href: href(paths.privacy()) },
        { text: t('documents.rules'), href: href(paths.rules()) },
      ],
    },
  ]
}
