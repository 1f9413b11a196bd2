import { paths } from '~/paths'
import { addDays, type Day, monthStart } from '~/platform/calendar'
import { formatMonth } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import type { SalesPage } from '../find-sales.server'
import type { SalesChoice } from '../find-sales-choices.server'
import { channels, none, waysToPay } from '../schema'

const monthsBack = 36

type Choices = { crafts: SalesChoice[]; bases: SalesChoice[] }

/** The filters of the page, in its title line; the place and the seller stay as they are. */
export function SalesFilterForm({ page, choices }: { page: SalesPage; choices: Choices }) {
  const { t, locale, href } = useTranslator()
  const { filter } = page
  const months: Day[] = [page.latest]
  while (months.length < monthsBack) months.push(monthStart(addDays(months.at(-1) ?? page.latest, -1)))
  if (!months.includes(page.month)) months.push(page.month)
  return (
    <form className="desk-filter no-print" action={href(paths.deskSales())} aria-label={t('sales.filter')}>
      <Choice
        name="month"
        label={t('sales.month')}
        value={filter.month}
        choices={months.map((month) => [month.slice(0, 7), formatMonth(locale, month)])}
      />
      <Choice
        name="craft"
        label={t('sales.craft')}
        value={filter.craft ?? ''}
        choices={[
          ['', t('sales.all')],
          ...choices.crafts.map(({ key, name }): [string, string] => [key, name]),
          [none, t('sales.noCraft')],
        ]}
      />
      <Choice
        name="channel"
        label={t('sales.channel')}
        value={filter.channel ?? ''}
        choices={[
          ['', t('sales.all')],
          ...channels.map((one): [string, string] => [one, t(`sales.channel_${one}`)]),
        ]}
      />
      <Choice
        name="paidBy"
        label={t('sales.paidBy')}
        value={filter.paidBy ?? ''}
        choices={[
          ['', t('sales.all')],
          ...waysToPay.map((one): [string, string] => [one, t(`sales.paidBy_${one}`)]),
        ]}
      />
      <Choice
        name="base"
        label={t('sales.base')}
        value={filter.base ?? ''}
        choices={[
          ['', t('sales.all')],
          ...choices.bases.map(({ key, name }): [string, string] => [key, name]),
          [none, t('sales.noBase')],
        ]}
      />
      {filter.place === null ? null : <input type="hidden" name="place" value={filter.place} />}
      {filter.seller === null ? null : <input type="hidden" name="seller" value={filter.seller} />}
      <Button>{t('sales.show')}</Button>
    </form>
  )
}

function Choice({
  name,
  label,
  value,
  choices,
}: {
  name: string
  label: string
  value: string
  choices: readonly (readonly [string, string])[]
}) {
  return (
    <label>
      {label}
      <select className="box box-select" name={name} defaultValue={value}>
        {choices.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
