import { formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { DiffList, type FieldChange } from '~/ui/diff-list'
import { SpecList } from '~/ui/spec-list'
import type { CraftTemplates, Fact } from '../craft-template'
import { describeField, factsOf, type WordField, wordFields } from '../describe-field'
import type { Review } from '../get-review.server'
import { fieldTitle } from '../listing-texts'
import type { ListingDraft } from '../schema'

type ReviewWordsProps = {
  review: Review
  craftNames: Readonly<Record<string, string>>
  templates: CraftTemplates
}

/** A price that leaves less an hour than the lowest wage of her county, with her reason. */
function LowWage({ review: { fair, now } }: { review: Review }) {
  const { t, locale } = useTranslator()
  const { earning, below } = fair
  if (!below || !earning || earning.wageFen === null) return null
  return (
    <Banner tone="wait" className="mb-4">
      <p>
        {t('desk.lowWage', {
          wage: formatMoney(locale, earning.wageFen),
          place: below.place,
          minimum: formatMoney(locale, below.minimumFen),
        })}
      </p>
      {now.content.lowWageReason ? (
        <p lang="zh-CN">{t('desk.lowWageReason', { reason: now.content.lowWageReason })}</p>
      ) : null}
    </Banner>
  )
}

/** What she wrote. Of a new piece everything; of a changed one first what differs, beside what stood there, then the rest. */
export function ReviewWords({ review, craftNames, templates }: ReviewWordsProps) {
  const { now, before, changed, live } = review
  const { t, locale } = useTranslator()
  const tell = (content: ListingDraft, field: WordField) => {
    const text = describeField(content, field, { t, locale, craftNames, templates })
    return text === null ? undefined : (
      <span className="whitespace-pre-line" lang={field.endsWith('En') ? 'en' : undefined}>
        {text}
      </span>
    )
  }
  const shown = wordFields.filter((field) => !(live && field === 'stock'))
  const same = shown
    .filter((field) => !changed.includes(field))
    .flatMap((field) => {
      const detail = tell(now.content, field)
      return detail ? [{ term: t(fieldTitle[field]), detail }] : []
    })
  if (!before) {
    return (
      <section>
        <h2>{t('desk.wordsTitle')}</h2>
        <LowWage review={review} />
        <SpecList items={same} />
      </section>
    )
  }
  const changes = shown
    .filter((field) => changed.includes(field))
    .flatMap((field): FieldChange[] =>
      field === 'attributes'
        ? changedFacts(
            factsOf(before.content, { locale, templates }),
            factsOf(now.content, { locale, templates }),
          )
        : [
            {
              key: field,
              name: t(fieldTitle[field]),
              before: tell(before.content, field),
              after: tell(now.content, field),
              changed: true,
            },
          ],
    )
  return (
    <section>
      <LowWage review={review} />
      {changes.length > 0 ? (
        <DiffList
          caption={t('desk.diffCaption')}
          headers={{
            field: t('desk.diffField'),
            before: t(before.of === 'answer' ? 'desk.diffBeforeAnswer' : 'desk.diffBeforeShop'),
            after: t('desk.diffAfter'),
          }}
          changes={changes}
          nothing={t('desk.diffNothing')}
          changedText={t('desk.diffChanged')}
        />
      ) : (
        <>
          <h2>{t('desk.wordsTitle')}</h2>
          <p className="quiet">{t('desk.wordsSame')}</p>
        </>
      )}
      <details className="pt-4" open={changes.length === 0}>
        <summary className="link link-line">{t('desk.unchangedTitle', { count: same.length })}</summary>
        <SpecList items={same} />
      </details>
    </section>
  )
}

/** What the craft asks, answer by answer: only those that differ. */
function changedFacts(before: readonly Fact[], after: readonly Fact[]): FieldChange[] {
  const codes = [...new Set([...before, ...after].map(({ code }) => code))]
  return codes.flatMap((code): FieldChange[] => {
    const [was, is] = [before, after].map((facts) => facts.find((fact) => fact.code === code))
    if (was?.detail === is?.detail) return []
    const name = is?.term ?? was?.term ?? code
    return [{ key: code, name, before: was?.detail, after: is?.detail, changed: true }]
  })
}
