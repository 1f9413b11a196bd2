import { paths } from '~/paths'
import { formatMoney } from '~/platform/i18n/format'
import type { MessageKey } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge, type BadgeTone } from '~/ui/badge'
import { Photo } from '~/ui/photo'
import { ShotGuide } from '~/ui/shot-guide'
import type { ListingStanding, MyListing } from '../find-my-listings.server'
import { reasonTitle } from '../listing-texts'

const standings = {
  changes: { tone: 'hers', text: 'studio.standingChanges' },
  typed: { tone: 'hers', text: 'studio.standingTyped' },
  draft: { tone: 'waiting', text: 'studio.standingDraft' },
  typing: { tone: 'waiting', text: 'studio.standingTyping' },
  reading: { tone: 'waiting', text: 'studio.standingReading' },
  on_sale: { tone: 'done', text: 'studio.standingOnSale' },
  paused: { tone: 'plain', text: 'studio.standingPaused' },
} as const satisfies Record<ListingStanding, { tone: BadgeTone; text: MessageKey }>

/** One piece of hers in a list: picture, name, what it costs, how it stands. The whole row leads to it. */
export function ListingRow({ listing, showSeller }: { listing: MyListing; showSeller: boolean }) {
  const { t, locale, href } = useTranslator()
  const { tone, text } = standings[listing.standing]
  const { photo, reason, priceFen, left } = listing
  const facts = [
    showSeller ? listing.sellerName : null,
    priceFen === null ? null : formatMoney(locale, priceFen),
    left === null ? null : left > 0 ? t('studio.leftPieces', { count: left }) : t('studio.soldOut'),
  ]
  return (
    <li className="task">
      <a className="task-link" href={href(paths.studioProduct({ productId: listing.productId }))}>
        {photo ? (
          <Photo photo={photo} sizes="5.25rem" alt="" />
        ) : (
          <ShotGuide kind="whole" className="task-blank" />
        )}
        <span className="task-words">
          <b lang={listing.title ? 'zh-CN' : undefined}>{listing.title || t('studio.untitled')}</b>
          <span className="num">{facts.filter(Boolean).join('　')}</span>
          {reason ? (
            <strong className="task-due block text-large" lang={reason.text ? 'zh-CN' : undefined}>
              {reason.text || t(reasonTitle[reason.code])}
            </strong>
          ) : null}
          {listing.isChanging && listing.standing !== 'changes' ? <span>{t('studio.changing')}</span> : null}
        </span>
        <Badge tone={tone}>{t(text)}</Badge>
      </a>
    </li>
  )
}
