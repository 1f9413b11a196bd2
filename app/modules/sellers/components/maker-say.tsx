import { FollowLine } from '~/modules/search/components/marks'
import { paths } from '~/paths'
import { formatDay } from '~/platform/i18n/format'
import type { MessageKey } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { PersonName } from '~/ui/person-name'
import { SpecList } from '~/ui/spec-list'
import { listCrafts } from '../list-crafts'
import type { MakerPageView } from '../maker-page-view'

const kinds: Record<MakerPageView['kind'], MessageKey> = {
  individual: 'shop.kindIndividual',
  workshop: 'shop.kindWorkshop',
  company: 'shop.kindCompany',
  base: 'shop.kindBase',
  institution: 'shop.kindInstitution',
}

/** Her words, or the craft's sentence when she lets none be shown; then plain facts. */
export function MakerSay({ maker }: { maker: MakerPageView }) {
  const { t, locale, href } = useTranslator()
  const [craft] = maker.crafts
  const { licence } = maker
  const licenceLines =
    licence === null
      ? []
      : licence === 'exempt'
        ? [{ term: t('shop.specLicence'), detail: t('shop.licenceExempt') }]
        : [
            { term: t('shop.specLicence'), detail: <span lang="zh-CN">{licence.name}</span> },
            { term: t('shop.specCode'), detail: licence.code },
            {
              term: t('shop.specUntil'),
              detail: licence.until ? formatDay(locale, licence.until) : t('shop.licenceForEver'),
            },
          ]
  return (
    <div className="maker-say">
      {maker.isOpen ? null : (
        <Banner tone="wait" className="mb-5">
          <p>{t('shop.shopRests')}</p>
        </Banner>
      )}
      {maker.words ? (
        <blockquote lang={maker.wordsLang ?? undefined}>{maker.words}</blockquote>
      ) : craft ? (
        <p className="lead mb-4">{craft.sentence}</p>
      ) : null}
      <SpecList
        items={[
          ...(maker.makerName
            ? [
                {
                  term: t('shop.specName'),
                  detail: (
                    <>
                      <PersonName name={maker.makerName} />
                      {maker.isSample ? t('shop.sampleMark') : ''}
                    </>
                  ),
                },
              ]
            : []),
          ...(maker.crafts.length > 0
            ? [
                {
                  term: t('shop.specCrafts'),
                  detail: listCrafts(maker.crafts, locale).map((one) => (
                    <span key={one.code}>
                      {one.before}
                      <a className="link" href={href(paths.craft({ craft: one.code }))}>
                        {one.name}
                      </a>
                    </span>
                  )),
                },
              ]
            : []),
          ...(maker.yearsAtCraft === null
            ? []
            : [{ term: t('shop.specYears'), detail: t('shop.years', { years: maker.yearsAtCraft }) }]),
          { term: t('shop.specPlace'), detail: t('shop.place', { county: maker.county }) },
          ...(maker.weeklyCapacity === null
            ? []
            : [{ term: t('shop.specWeekly'), detail: t('shop.pieces', { count: maker.weeklyCapacity }) }]),
          ...(maker.base
            ? [
                {
                  term: t('shop.specBase'),
                  detail: (
                    <a className="link" href={href(paths.base({ slug: maker.base.slug }))}>
                      {maker.base.name}
                    </a>
                  ),
                },
              ]
            : []),
          { term: t('shop.specKind'), detail: t(kinds[maker.kind]) },
          ...licenceLines,
        ]}
      />
      <FollowLine slug={maker.slug} />
    </div>
  )
}
