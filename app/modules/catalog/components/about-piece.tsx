import { VoicePlayer } from '~/modules/voices/components/voice-player'
import { paths } from '~/paths'
import type { Translate } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Beads } from '~/ui/beads'
import { HourBeads } from '~/ui/hour-beads'
import { SpecList } from '~/ui/spec-list'
import type { ProductPageView } from '../product-page-view'
import { SizeBeside } from './size-beside'

/** longer work is told in beads of ten hours and of one */
const mostHourBeads = 60

/** The maker's story of the piece, its hours in beads, its facts. */
export function AboutPiece({ product }: { product: ProductPageView }) {
  const { t, href } = useTranslator()
  const lang = product.textLang ?? undefined
  const [weight] = product.variants.flatMap((variant) => variant.weightGrams ?? [])
  return (
    <div className="about-piece">
      <div>
        {product.textLang ? <p className="small quiet mb-4">{t('shop.chineseOnly')}</p> : null}
        {product.voice ? (
          <VoicePlayer
            src={paths.voice({ voiceId: product.voice.id })}
            seconds={product.voice.seconds}
            label={t('voice.shopTitle')}
          />
        ) : null}
        {paragraphsOf(product.story).map((paragraph) => (
          <p key={paragraph} className="lead" lang={lang}>
            {paragraph}
          </p>
        ))}
        {product.sides ? <SizeBeside sides={product.sides} /> : null}
        {product.makingMinutes ? <Hours minutes={product.makingMinutes} t={t} /> : null}
      </div>
      <SpecList
        items={[
          ...(product.size ? [{ term: t('shop.specSize'), detail: product.size, lang }] : []),
          ...(weight === undefined
            ? []
            : [{ term: t('shop.specWeight'), detail: t('shop.grams', { grams: weight }) }]),
          { term: t('shop.specMaterials'), detail: product.materials, lang },
          {
            term: t('shop.specCraft'),
            detail: (
              <a className="link" href={href(paths.craft({ craft: product.craft.code }))}>
                {product.craft.name}
              </a>
            ),
          },
          ...product.facts.map(({ term, detail, lang: own }) => ({ term, detail, lang: own ?? undefined })),
          ...(product.care ? [{ term: t('shop.specCare'), detail: product.care, lang }] : []),
          { term: t('shop.specVariation'), detail: t('shop.variation') },
        ]}
      />
    </div>
  )
}

function paragraphsOf(story: string): string[] {
  return story.split('\n').filter((line) => line.trim() !== '')
}

function Hours({ minutes, t }: { minutes: number; t: Translate }) {
  const hours = Math.round(minutes / 30) / 2
  const total = hours < 1 ? t('shop.minutesTotal', { minutes }) : t('shop.hoursTotal', { hours })
  const label = t('shop.hoursLabel', { hours })
  if (hours >= 1 && hours <= mostHourBeads) {
    return (
      <HourBeads
        total={total}
        legend={t('shop.hoursLegend')}
        label={label}
        parts={[{ label: t('shop.hoursPart'), hours, tone: 'cinnabar' }]}
      />
    )
  }
  return (
    <div className="hours">
      <p className="hours-head">
        <b>{total}</b>
        {hours < 1 ? null : <span>{t('shop.hoursLegendLong')}</span>}
      </p>
      {hours < 1 ? null : <Beads count={hours} of={hours} label={label} />}
    </div>
  )
}
