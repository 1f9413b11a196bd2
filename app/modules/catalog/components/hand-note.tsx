import { Sentence } from '~/modules/search/components/sentence'
import { paths } from '~/paths'
import type { Translate } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { NameSeal } from '~/ui/name-seal'
import { PersonName } from '~/ui/person-name'
import type { ProductPageView } from '../product-page-view'

type Hand = ProductPageView['seller']

/** Whose hand it is: her seal, and as much of her words and name as she lets be shown. */
export function HandNote({ seller }: { seller: Hand }) {
  const { t, href } = useTranslator()
  const line = handLine(seller, t)
  return (
    <div className="hand-note">
      <NameSeal text={seller.seal} />
      {seller.words ? <blockquote lang={seller.wordsLang ?? undefined}>{seller.words}</blockquote> : null}
      <p>
        <Sentence text={line} part={seller.makerName ?? ''}>
          <PersonName name={seller.makerName ?? ''} />
        </Sentence>
        {t('common.gap')}
        <a className="link nowrap" href={href(paths.maker({ slug: seller.slug }))}>
          {t('shop.handLink')}
        </a>
      </p>
    </div>
  )
}

function handLine({ makerName, yearsAtCraft, isSample, name, county }: Hand, t: Translate): string {
  const sample = isSample ? t('shop.sampleMark') : ''
  if (makerName && yearsAtCraft !== null)
    return t('shop.handNamed', { name: makerName, sample, years: yearsAtCraft })
  if (makerName) return t('shop.handNamedOnly', { name: makerName, sample })
  if (yearsAtCraft !== null) return t('shop.handYears', { years: yearsAtCraft })
  return t('shop.by', { seller: name, county })
}
