import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Banner } from '~/ui/banner'
import type { Review } from '../get-review.server'

/** The piece, whose it is, where it stands, and who typed it. */
export function ReviewHead({ review }: { review: Review }) {
  const { t, href } = useTranslator()
  const { sellerName, place, live, isTypedForHer, typedBy } = review
  return (
    <>
      <header className="desk-head">
        <h1 lang="zh-CN">{review.now.content.titleZh}</h1>
        <p>{t('desk.listingBy', { seller: sellerName, place })}</p>
        <Badge tone="plain">{t(review.isFirst ? 'desk.isNewPiece' : 'desk.isChangedPiece')}</Badge>
        {live ? (
          <a className="link" href={href(paths.product({ slug: live.slug }))}>
            {t('desk.seeInShop')}
          </a>
        ) : null}
      </header>
      {isTypedForHer ? (
        <Banner tone="info" icon="pencil">
          {typedBy ? t('desk.typedFor', { name: typedBy }) : t('desk.typedForNobody')}
        </Banner>
      ) : null}
    </>
  )
}
