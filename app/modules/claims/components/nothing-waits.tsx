import { useTranslator } from '~/platform/i18n/use-translator'
import { isNarrow, type WorkFilter } from '../work-filter'

type NothingWaitsProps = {
  filter: WorkFilter
  /** what a queue without anything in it says */
  text: string
  isNarrowed?: boolean
}

/** An empty queue; where choices leave everything out, that they do: something may well wait. */
export function NothingWaits({ filter, text, isNarrowed = false }: NothingWaitsProps) {
  const { t } = useTranslator()
  return <p className="quiet">{isNarrowed || isNarrow(filter) ? t('claims.filterNothing') : text}</p>
}
