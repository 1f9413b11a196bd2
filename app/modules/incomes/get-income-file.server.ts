import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import type { Day } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import { fewest, hideTogether } from '~/platform/small-cells'
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
  const [byPlace, byStatus] = tablesOf(
    [page.byPlace, page.byStatus.map((group) => ({ ...group, name: group.name || t('incomes.noStatus') }))],
    { households: page.households, fen: page.incomeFen },
    t,
  )
  const [givenByKind, givenByPlace] = tablesOf(
    [page.assistance.byKind.map(asIncome), page.assistance.byPlace.map(asIncome)],
    page.assistance,
    t,
  )
  const table = {
    name: `${page.place} ${month.slice(0, 7)}`,
    columns: [t('incomes.columnGroup'), t('incomes.columnHouseholds'), t('incomes.columnIncome')],
    rows: [
      ...byPlace,
      [''],
      ...byStatus,
      [''],
      [t('assistance.byKind'), t('assistance.columnHouseholds'), t('assistance.columnMoney')],
      ...givenByKind,
      [''],
      [t('incomes.columnPlace'), t('assistance.columnHouseholds'), t('assistance.columnMoney')],
      ...givenByPlace,
      [''],
      [t('assistance.apart')],
      [t('incomes.fileNote', { fewest })],
    ],
  }
  const bytes = form === 'csv' ? writeCsv(table) : await writeXlsx(table)
  return { name: `income-${month.slice(0, 7)}`, bytes }
}

type Whole = { households: number; fen: number }

/** What was given, apart from income, with the same care for small cells. */
const asIncome = ({ fen, ...group }: AssistanceGroup): IncomeGroup => ({ ...group, incomeFen: fen })

/** Two divisions of one whole, as tables. */
function tablesOf(
  divisions: readonly [IncomeGroup[], IncomeGroup[]],
  whole: Whole,
  t: Translate,
): [FileCell[][], FileCell[][]] {
  const [first, second] = divisions
  const { rows, isTotalHidden } = hideTogether(
    divisions.map((groups) => groups.map(({ households }) => households)),
  )
  const hidden = t('incomes.fewer', { fewest })
  const tableOf = (groups: IncomeGroup[], isHidden: readonly boolean[] = []): FileCell[][] => [
    ...groups.map(({ name, households, incomeFen }, at) =>
      isHidden[at] ? [name, hidden, null] : [name, households, { fen: incomeFen }],
    ),
    isTotalHidden
      ? [t('incomes.total'), hidden, null]
      : [t('incomes.total'), whole.households, { fen: whole.fen }],
  ]
  return [tableOf(first, rows[0]), tableOf(second, rows[1])]
}
