import { useTranslator } from '~/platform/i18n/use-translator'
import { Photo } from '~/ui/photo'
import { SpecList } from '~/ui/spec-list'
import type { CraftTemplates } from '../craft-template'
import { describeField, type WordField } from '../describe-field'
import type { FairPrice } from '../find-fair-price.server'
import type { ListingStep } from '../listing-limits'
import type { ListingPhotoView } from '../listing-photos.server'
import { fieldTitle } from '../listing-texts'
import type { ListingDraft } from '../schema'
import { shotTitle } from '../shot-titles'
import { stepPath } from '../step-paths'
import { EarningLines } from './earning-lines'

type ListingLookProps = {
  productId: string
  content: ListingDraft
  photos: readonly ListingPhotoView[]
  fair: FairPrice
  craftNames: Readonly<Record<string, string>>
  templates: CraftTemplates
}

const chinese = [
  'craftCode',
  'makingHours',
  'materialsZh',
  'sizeZh',
  'widthMm',
  'heightMm',
  'depthMm',
  'careZh',
] as const
const finding = [
  'attributes',
  'materialCodes',
  'colourCodes',
  'occasionCodes',
  'shipsAbroad',
  'wishes',
] as const
const english = ['titleEn', 'storyEn', 'materialsEn', 'sizeEn', 'careEn'] as const
const price = [
  'priceFen',
  'options',
  'makeMode',
  'stock',
  'makeDays',
  'weeklyCapacity',
  'weightGrams',
  'lowWageReason',
  'showsCosts',
] as const

/** Everything of a listing at a glance, as a buyer will see it, each part with the way back to its step. */
export function ListingLook({ productId, content, photos, fair, craftNames, templates }: ListingLookProps) {
  const { t, locale } = useTranslator()
  const items = (fields: readonly WordField[], lang?: string) =>
    fields.flatMap((field) => {
      const detail = describeField(content, field, { t, locale, craftNames, templates })
      return detail === null
        ? []
        : [
            {
              term: t(fieldTitle[field]),
              detail: <span className="whitespace-pre-line">{detail}</span>,
              lang,
            },
          ]
    })
  return (
    <>
      <LookPart productId={productId} step="photos" title={t('studio.checkPhotos')}>
        <ul className="grid grid-cols-3 gap-2 md:grid-cols-6">
          {photos.map(({ mediaId, shot, photo }) => (
            <li key={mediaId}>
              <span className="block aspect-[4/5]">
                <Photo photo={photo} sizes="(min-width: 45em) 15vw, 33vw" />
              </span>
              <span className="text-body">{t(shotTitle[shot])}</span>
            </li>
          ))}
        </ul>
      </LookPart>
      <LookPart productId={productId} step="words" title={t('studio.checkWords')}>
        <p className="lead" lang="zh-CN">
          <b>{content.titleZh}</b>
        </p>
        <p className="mb-4 whitespace-pre-line" lang="zh-CN">
          {content.storyZh}
        </p>
        <SpecList items={items(chinese, locale === 'en' ? 'zh-CN' : undefined)} />
        <SpecList items={items(finding)} />
        {content.titleEn ? <SpecList items={items(english, 'en')} /> : null}
      </LookPart>
      <LookPart productId={productId} step="price" title={t('studio.checkPrice')}>
        <SpecList items={items(price)} />
        <section className="earning" aria-label={t('studio.earnTitle')}>
          <EarningLines fair={fair} />
        </section>
      </LookPart>
    </>
  )
}

function LookPart({
  productId,
  step,
  title,
  children,
}: {
  productId: string
  step: ListingStep
  title: string
  children: React.ReactNode
}) {
  const { t, href } = useTranslator()
  return (
    <section className="studio-section">
      <h2 className="flex items-baseline justify-between">
        {title}
        <a
          className="inline-flex min-h-11 min-w-11 items-center justify-end text-large"
          href={href(stepPath(step, productId))}
        >
          <span className="link">{t('studio.checkChange')}</span>
          <span className="unseen"> {title}</span>
        </a>
      </h2>
      {children}
    </section>
  )
}
