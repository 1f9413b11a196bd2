import type { FormFailure } from '~/platform/form.server'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm, Folded } from '~/ui/decide-form'
import { Field } from '~/ui/field'
import { type Column, Table } from '~/ui/table'
import type { RoleLine } from '../role-line'

type RolesTableProps = {
  rows: RoleLine[]
  /** null: nothing here can be ended by her */
  ending: { failure: FormFailure | null } | null
}

/** What somebody is and was here. */
export function RolesTable({ rows, ending }: RolesTableProps) {
  const { t, locale } = useTranslator()
  const columns: Column<RoleLine>[] = [
    {
      key: 'role',
      header: t('roles.columnRoles'),
      rowHeader: true,
      cell: ({ role, place }) => (
        <>
          {t(`roles.role_${role}`)}
          {place ? <span className="queue-note">{place[locale === 'en' ? 'en' : 'zh']}</span> : null}
        </>
      ),
    },
    {
      key: 'from',
      header: t('roles.columnTime'),
      cell: ({ from, until }) => (
        <>
          <span className="num nowrap">{formatDay(locale, from, '')}</span>
          {until ? (
            <span className="queue-note num">{t('roles.until', { day: formatDay(locale, until, '') })}</span>
          ) : null}
        </>
      ),
    },
  ]
  const act: Column<RoleLine> = {
    key: 'act',
    header: t('roles.columnEnd'),
    cell: ({ id, canEnd }) => (ending && canEnd ? <EndForm id={id} {...ending} /> : null),
  }
  const canEnd = ending !== null && rows.some((row) => row.canEnd)
  return (
    <Table
      caption={t('roles.held')}
      captionHidden
      columns={canEnd ? [...columns, act] : columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  )
}

function EndForm({ id, failure }: { id: string; failure: FormFailure | null }) {
  const { t } = useTranslator()
  const own = failure?.values.roleId === id ? failure : null
  return (
    <Folded summary={t('roles.endTitle')} isOpen={own !== null}>
      <DecideForm hidden={{ roleId: id }} act={t('roles.endAct')} intent="end">
        <Field
          id={`end-${id}`}
          name="reason"
          label={t('roles.reason')}
          defaultValue={own?.values.reason}
          error={own?.errors.reason}
          maxLength={300}
          required
        />
      </DecideForm>
    </Folded>
  )
}
