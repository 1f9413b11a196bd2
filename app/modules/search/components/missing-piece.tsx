import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { EmptyState } from '~/ui/empty-state'
import { WholeWords } from '~/ui/whole-words'
import type { Instead } from '../find-instead.server'
import { LikelySection } from './likely-section'

/** The page of a piece that is not there, or no longer: says so, and shows what may have been meant. */
export function MissingPiece({ instead: { gone, pieces, likeness } }: { instead: Instead }) {
  const { t, href } = useTranslator()
  const hasOthers = likeness === 'maker'
  return (
    <>
      <div className="wrap pt-9">
        <EmptyState
          headingLevel={1}
          title={
            <WholeWords text={gone ? t('shop.goneTitle', { title: gone.title }) : t('shop.missingTitle')} />
          }
          text={
            gone
              ? t(hasOthers ? 'shop.goneText' : 'shop.goneAlone', { seller: gone.sellerName })
              : t('shop.missingText')
          }
          action={
            gone && hasOthers
              ? { text: t('shop.handLink'), href: href(paths.maker({ slug: gone.sellerSlug })) }
              : { text: t('shop.problemAction'), href: href(paths.search()) }
          }
        />
      </div>
      <LikelySection pieces={pieces} likeness={likeness} />
    </>
  )
}
