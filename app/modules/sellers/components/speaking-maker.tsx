import { Sentence } from '~/modules/search/components/sentence'
import { paths } from '~/paths'
import type { Translate } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { ButtonLink } from '~/ui/button-link'
import { NameSeal } from '~/ui/name-seal'
import { PersonName } from '~/ui/person-name'
import { Photo } from '~/ui/photo'
import type { SpeakingMaker as Maker } from '../find-speaking-makers.server'

/** One maker, one sentence of hers, beside her work. */
export function SpeakingMaker({ maker, isOfTheWeek }: { maker: Maker; isOfTheWeek: boolean }) {
  const { t, href } = useTranslator()
  return (
    <section className="feature">
      <div className="feature-picture md:max-h-[40rem]">
        <Photo photo={maker.picture} sizes="(min-width: 45em) 58vw, 88vw" />
      </div>
      <div className="feature-words">
        <NameSeal text={maker.seal} />
        {isOfTheWeek ? <p className="small quiet">{t('home.ofTheWeek')}</p> : null}
        <blockquote lang={maker.wordsLang ?? undefined}>{maker.words}</blockquote>
        <p>
          <Sentence text={whoSpeaks(maker, t)} part={maker.makerName ?? ''}>
            <PersonName name={maker.makerName ?? ''} />
          </Sentence>
        </p>
        <p>
          <ButtonLink kind="text" href={href(paths.maker({ slug: maker.slug }))}>
            {t('shop.speakerLink')}
          </ButtonLink>
        </p>
      </div>
    </section>
  )
}

function whoSpeaks(
  { makerName, name: shop, county, yearsAtCraft: years, isSample }: Maker,
  t: Translate,
): string {
  const sample = isSample ? t('shop.sampleMark') : ''
  if (makerName && years !== null)
    return t('shop.speakerNamed', { name: makerName, sample, shop, county, years })
  if (makerName) return t('shop.speakerNamedOnly', { name: makerName, sample, shop, county })
  return years === null
    ? t('shop.speakerOnly', { shop, county })
    : t('shop.speakerYears', { shop, county, years })
}
