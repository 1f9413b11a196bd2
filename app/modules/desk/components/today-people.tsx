import { useApplicationRows } from '~/modules/applications/components/application-table'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import type { QueueRow } from '~/ui/queue-table'
import type { TodayPeople } from '../find-today-people.server'

/** Rows of today's queue about people. */
export function usePeopleRows({ applications }: TodayPeople): QueueRow[] {
  return useApplicationRows(applications)
}

/** Their counts; what does not wait is left out. */
export function usePeopleTally({ applicationCount }: TodayPeople) {
  const { t, href } = useTranslator()
  return [
    { count: applicationCount, text: t('joining.deskTitle'), href: href(paths.deskApplications()) },
  ].filter(({ count }) => count > 0)
}
