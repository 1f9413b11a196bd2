import { useTranslator } from '~/platform/i18n/use-translator'
import { RailSection } from '~/ui/rail-section'
import { SpecList } from '~/ui/spec-list'
import type { BaseView } from '../find-base.server'

/** Who runs a base, since when, and what its makers get there. */
export function BaseFacts({ base }: { base: BaseView }) {
  const { t } = useTranslator()
  return (
    <RailSection title={t('base.support')}>
      <p className="lead pb-4">{base.support}</p>
      <SpecList
        items={[
          { term: t('base.host'), detail: base.host },
          { term: t('base.since'), detail: t('base.year', { year: String(base.sinceYear) }) },
        ]}
      />
    </RailSection>
  )
}
