import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { ButtonLink } from '~/ui/button-link'
import { Knot } from '~/ui/knot'
import type { Instead } from '../find-instead.server'
import { LikelySection } from './likely-section'

/** The page of a piece that is not there, or no longer: says so, and shows what may have been meant. */
export function MissingPiece({ instead: { gone, pieces, likeness } }: { instead: Instead }) {
  const { t, href } = useTranslator()
  const hasOthers = likeness === 'maker'
  return (
    <>
      <div className="wrap answer">
        <Knot variant="dashed" />
        <h1>{gone ? t('shop.goneTitle', { title: gone.title }) : t('shop.missingTitle')}</h1>
        <p>
          {gone
            ? t(hasOthers ? 'shop.goneText' : 'shop.goneAlone', { seller: gone.sellerName })
            : t('shop.missingText')}
        </p>
        <div className="acts">
          {gone && hasOthers ? (
            <ButtonLink href={href(paths.maker({ slug: gone.sellerSlug }))}>{t('shop.handLink')}</ButtonLink>
          ) : null}
          <ButtonLink href={href(paths.search())}>{t('shop.problemAction')}</ButtonLink>
        </div>
      </div>
      <LikelySection pieces={pieces} likeness={likeness} />
    </>
  )
}
