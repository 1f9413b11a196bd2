import type { ReactNode } from 'react'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/field'
import { isNarrow, type WorkFilter, workFilters } from '../work-filter'

type WorkFilterFormProps = {
  /** the queue's page */
  list: string
  filter: WorkFilter
  /** further choices of this queue */
  children?: ReactNode
  isNarrowed?: boolean
}

/** What of the waiting pieces is shown: the choices stand in the address. */
export function WorkFilterForm({ list, filter, children, isNarrowed = false }: WorkFilterFormProps) {
  const { t } = useTranslator()
  return (
    <form className="queue-filter mt-4" action={list} aria-label={t('desk.filterLabel')}>
      {children}
      {workFilters.map(({ name, title, choices }) => (
        <SelectField
          key={name}
          id={name}
          name={name}
          label={t(title)}
          defaultValue={filter[name]}
          choices={Object.entries(choices).map(([value, text]) => ({ value, text: t(text) }))}
        />
      ))}
      <div>
        <Button>{t('claims.filterApply')}</Button>
      </div>
      {isNarrowed || isNarrow(filter) ? (
        <p className="pb-3">
          <a className="link link-line" href={list}>
            {t('claims.filterClear')}
          </a>
        </p>
      ) : null}
    </form>
  )
}
