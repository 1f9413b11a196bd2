import type { FormFailure } from '~/platform/form.server'
import type { Translate } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Folded } from '~/ui/decide-form'
import { SpecList } from '~/ui/spec-list'
import type { Cause, FactsView, HouseholdFacts } from '../find-facts.server'
import { fullDay } from './day-range'
import { FactsForm } from './facts-form'
import { RevealCadrePhone, type RevealedCadrePhone } from './reveal-cadre-phone'

type Props = {
  facts: HouseholdFacts
  /** the number that was just asked for */
  revealed: RevealedCadrePhone | null
  failure: FormFailure | null
}

/** What the register says of the household now, what it said before, the form for what has changed, and that which shows the number of whoever is responsible. */
export function HouseholdFactsSection({ facts: { entries, causes }, revealed, failure }: Props) {
  const { t } = useTranslator()
  const [newest, ...before] = entries
  return (
    <section className="desk-section" id="facts">
      <h2>{t('household.facts')}</h2>
      {newest ? <Facts facts={newest} /> : <p className="quiet">{t('household.factsNone')}</p>}
      <RevealCadrePhone
        entries={entries}
        revealed={revealed}
        failure={failure?.intent === 'reveal-cadre' ? failure : null}
      />
      <Folded
        summary={t(newest ? 'household.factsChange' : 'household.factsEnter')}
        isOpen={failure?.intent === 'facts'}
      >
        <FactsForm
          newest={newest ?? null}
          causes={causes}
          failure={failure?.intent === 'facts' ? failure : null}
        />
      </Folded>
      {before.length > 0 ? (
        <Folded summary={`${t('household.factsBefore')} ${before.length}`} isOpen={false}>
          {before.map((one) => (
            <Facts key={one.id} facts={one} />
          ))}
        </Folded>
      ) : null}
    </section>
  )
}

function Facts({ facts }: { facts: FactsView }) {
  const { t, locale } = useTranslator()
  const causeText = ({ nameZh, nameEn }: Cause) => (locale === 'en' ? nameEn : nameZh)
  const { mainCause, otherCauses, identifiedIn, liftedIn, isFromList, enteredBy } = facts
  const day = fullDay(locale, facts.enteredOn)
  const between = locale === 'en' ? ', ' : '、'
  const unsaid = t('household.factsUnsaid')
  const yearText = (year: number | null, without: string) =>
    year === null ? (isFromList ? unsaid : without) : t('household.factsYear', { year })
  return (
    <SpecList
      items={[
        {
          term: t('household.factsPeople'),
          detail: <span className="num">{sizeText(t, facts)}</span>,
        },
        {
          term: t('household.factsMainCause'),
          detail: mainCause ? causeText(mainCause) : t('household.factsNoCause'),
        },
        ...(otherCauses.length > 0
          ? [{ term: t('household.factsOtherCauses'), detail: otherCauses.map(causeText).join(between) }]
          : []),
        {
          term: t('household.factsYears'),
          detail: [
            ...new Set([
              yearText(identifiedIn, t('household.factsNeverIdentified')),
              yearText(liftedIn, t('household.factsNotLifted')),
            ]),
          ].join(between),
        },
        {
          term: t('household.factsCadre'),
          detail: <Cadre facts={facts} />,
        },
        {
          term: t('household.factsDocument'),
          detail: (
            <>
              <span lang="zh-CN">{facts.document}</span>
              <span className="queue-note">
                {enteredBy
                  ? t('household.factsEntered', { day, who: enteredBy })
                  : t('household.factsEnteredNobody', { day })}
              </span>
            </>
          ),
        },
      ]}
    />
  )
}

function sizeText(t: Translate, { people, workers }: FactsView): string {
  if (people !== null && workers !== null) return t('household.factsSize', { people, workers })
  if (people !== null) return t('household.factsOnlyPeople', { people })
  return workers === null ? t('household.factsUnsaid') : t('household.factsOnlyWorkers', { workers })
}

/** Who answers for the household, as far as it is said. */
function Cadre({ facts: { cadreName, cadreOffice, maskedCadrePhone } }: { facts: FactsView }) {
  const { t } = useTranslator()
  const said = [cadreName, cadreOffice].filter((words) => words !== null)
  if (said.length === 0 && maskedCadrePhone === null) return t('household.factsUnsaid')
  return (
    <>
      <span lang="zh-CN">{said.join(' · ')}</span>
      {maskedCadrePhone ? (
        <>
          {' '}
          <span className="masked nowrap">{maskedCadrePhone}</span>
        </>
      ) : null}
    </>
  )
}
