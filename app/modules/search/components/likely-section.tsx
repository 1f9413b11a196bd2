import type { MessageKey } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { RailSection } from '~/ui/rail-section'
import type { Instead } from '../find-instead.server'
import { Vitrine } from './vitrine'

const titles: Record<Instead['likeness'], MessageKey> = {
  maker: 'shop.insteadMaker',
  words: 'shop.insteadWords',
  new: 'shop.homeNew',
}

/** What may have been meant by an address at which there is nothing. Nothing without pieces. */
export function LikelySection({ pieces, likeness }: Pick<Instead, 'pieces' | 'likeness'>) {
  const { t } = useTranslator()
  if (pieces.length === 0) return null
  return (
    <RailSection title={t(titles[likeness])}>
      <Vitrine pieces={pieces} />
    </RailSection>
  )
}
