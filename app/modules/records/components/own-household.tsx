import { formatDay, formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Folded } from '~/ui/decide-form'
import { SpecList } from '~/ui/spec-list'
import type { OwnHousehold } from '../find-own-household.server'

/** The record of her household for her own eyes: shut until she opens it, since others may look over her shoulder. */
export function OwnHouseholdView({ household }: { household: OwnHousehold }) {
  const { t } = useTranslator()
  return (
    <section className="studio-section">
      <h2>{t('records.household')}</h2>
      <Folded summary={t('records.householdOpen')} isOpen={false}>
        <HouseholdFacts household={household} />
      </Folded>
    </section>
  )
}

function HouseholdFacts({ household }: { household: OwnHousehold }) {
  const { t, locale } = useTranslator()
  const inWords = (words: { zh: string; en: string }) => (locale === 'en' ? words.en : words.zh)
  if (household.kind !== 'household')
    return <p className="py-2">{t(`records.household_${household.kind}`)}</p>
  const { place, memberSince, statuses, countedFen } = household
  const day = (iso: string) => formatDay(locale, iso, '')
  return (
    <>
      <SpecList
        items={[
          { term: t('records.householdPlace'), detail: place ? inWords(place) : t('records.none') },
          { term: t('records.householdSince'), detail: day(memberSince) },
          ...statuses.map(({ from, to, ...words }) => ({
            term: inWords(words),
            detail: to
              ? t('records.householdFromTo', { from: day(from), to: day(to) })
              : t('records.householdFrom', { from: day(from) }),
          })),
          { term: t('records.householdIncome'), detail: formatMoney(locale, countedFen) },
        ]}
      />
      <p className="field-hint">{t('records.householdNote')}</p>
    </>
  )
}
