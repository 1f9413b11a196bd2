import { marksForm } from '~/modules/search/components/marks'
import { Vitrine } from '~/modules/search/components/vitrine'
import type { PieceView } from '~/modules/search/piece-view'
import { paths } from '~/paths'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { RailSection } from '~/ui/rail-section'
import type { FollowedMaker } from '../favourites-view'

/** The makers whom she follows, and what they have hung lately. */
export function FollowedMakers({
  makers,
  newest,
}: {
  makers: readonly FollowedMaker[]
  newest: readonly PieceView[]
}) {
  const { t } = useTranslator()
  if (makers.length === 0) return null
  return (
    <>
      <RailSection title={t('shop.followedTitle')}>
        <ul className="followed-makers">
          {makers.map((maker) => (
            <MakerRow key={maker.slug} maker={maker} />
          ))}
        </ul>
      </RailSection>
      {newest.length > 0 ? (
        <RailSection title={t('shop.followedNew')}>
          <Vitrine pieces={newest} />
        </RailSection>
      ) : null}
    </>
  )
}

function MakerRow({ maker }: { maker: FollowedMaker }) {
  const { t, locale, href } = useTranslator()
  const facts = { county: maker.county, day: formatDay(locale, maker.since), count: maker.count }
  return (
    <li className="followed-maker">
      <div>
        <b>
          {maker.hasPage ? (
            <a className="link" href={href(paths.maker({ slug: maker.slug }))}>
              {maker.name}
            </a>
          ) : (
            maker.name
          )}
        </b>
        <br />
        <span>{t(maker.isOpen ? 'shop.followedSince' : 'shop.followedClosed', facts)}</span>
      </div>
      <Button
        kind="text"
        form={marksForm}
        name="mark"
        value={`unfollow:${maker.slug}`}
        aria-label={t('shop.unfollowLabel', { name: maker.name })}
      >
        {t('shop.unfollow')}
      </Button>
    </li>
  )
}
