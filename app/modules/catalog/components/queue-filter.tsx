import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/field'
import { isFiltered, type QueueFilter, queueFilters, queueQuery } from '../queue-filters'

/** What of the waiting listings is shown: the choices stand in the address. */
export function QueueFilterForm({ filter }: { filter: QueueFilter }) {
  const { t, href } = useTranslator()
  const list = href(paths.deskListings())
  return (
    <form className="queue-filter" action={list} aria-label={t('desk.filterLabel')}>
      {queueFilters.map(({ name, title, choices }) => (
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
      {isFiltered(filter) ? (
        <p className="pb-3">
          <a
            className="link link-line"
            href={list + queueQuery({ ...filter, whose: 'all', kind: 'all', age: 'all' })}
          >
            {t('claims.filterClear')}
          </a>
        </p>
      ) : null}
    </form>
  )
}
