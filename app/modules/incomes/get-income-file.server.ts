import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import type { Day } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import { fewest, hideSmall } from '~/platform/small-cells'
import { type FileCell, type FileForm, writeCsv, writeXlsx } from '~/platform/table-file.server'
import type { AssistanceGroup } from './find-assistance-month.server'
import { findIncomeMonth, type IncomeGroup } from './find-income-month.server'

/**
 * The month's income by place and by status as a file that leaves the desk: what is about fewer than five households is not in it, nor what would tell it. No household and no person
 * is in it. Who took it away is written down.
 */
export async function getIncomeFile({
  actor,
  month,
  form,
  locale,
  t,
}: {
  actor: Actor
  month: Day
  form: FileForm
  locale: Locale
  t: Translate
}): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const { regionId } = actor
  if (!regionId) throw notFound()
  const page = await findIncomeMonth({ actor, month, locale })
  await inScope(actor, (tx) =>
    recordAudit(tx, {
      actor,
      action: 'income.exported',
      subject: { type: 'Region', id: regionId },
      detail: { month, form },
    }),
  )
  const all = { households: page.households, incomeFen: page.incomeFen }
  const table = {
    name: `${page.place} ${month.slice(0, 7)}`,
    columns: [t('incomes.columnGroup'), t('incomes.columnHouseholds'), t('incomes.columnIncome')],
    rows: [
      ...tableOf(page.byPlace, all, t),
      [''],
      ...tableOf(
        page.byStatus.map((group) => ({ ...group, name: group.name || t('incomes.noStatus') })),
        all,
        t,
      ),
      [''],
      [t('assistance.byKind'), t('assistance.columnHouseholds'), t('assistance.columnMoney')],
      ...assistanceOf(page.assistance.byKind, page.assistance, t),
      [''],
      [t('incomes.columnPlace'), t('assistance.columnHouseholds'), t('assistance.columnMoney')],
      ...assistanceOf(page.assistance.byPlace, page.assistance, t),
      [''],
      [t('assistance.apart')],
      [t('incomes.fileNote', { fewest })],
    ],
  }
  const bytes = form === 'csv' ? writeCsv(table) : await writeXlsx(table)
  return { name: `income-${month.slice(0, 7)}`, bytes }
}

function tableOf(
  groups: readonly IncomeGroup[],
  all: { households: number; incomeFen: number },
  t: Translate,
): FileCell[][] {
  const { rows, isTotalHidden } = hideSmall(groups.map(({ households }) => households))
  const hidden = t('incomes.fewer', { fewest })
  return [
    ...groups.map(({ name, households, incomeFen }, at) =>
      rows[at] ? [name, hidden, null] : [name, households, incomeFen / 100],
    ),
    isTotalHidden
      ? [t('incomes.total'), hidden, null]
      : [t('incomes.total'), all.households, all.incomeFen / 100],
  ]
}

/** What was given, apart from income, with the same care for small cells. */
function assistanceOf(
  groups: readonly AssistanceGroup[],
  all: { households: number; fen: number },
  t: Translate,
): FileCell[][] {
  const asIncome = groups.map(({ key, name, households, fen }) => ({ key, name, households, incomeFen: fen }))
  return tableOf(asIncome, { households: all.households, incomeFen: all.fen }, t)
}
