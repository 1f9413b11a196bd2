import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import type { Day } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import { type FileCell, type FileForm, writeCsv, writeXlsx } from '~/platform/table-file.server'
import { type Figures, figureNames, isMoney } from './figures'
import { getReturn, type ReturnPage } from './get-return.server'
import { returnText } from './return-text'

/** A place's return as a file: the rows of its page, the sum, and the paragraph. Who took it away is written down. 404 outside her region. */
export async function getReturnFile({
  actor,
  month,
  code,
  form,
  locale,
  t,
}: {
  actor: Actor
  month: Day
  code: string
  form: FileForm
  locale: Locale
  t: Translate
}): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const page = await getReturn({ actor, month, code, locale })
  await inScope(actor, (tx) =>
    recordAudit(tx, {
      actor,
      action: 'return.exported',
      subject: { type: 'Region', id: page.regionId },
      detail: { month, place: code, version: page.version, form },
    }),
  )
  const table = {
    name: `${page.name} ${month.slice(0, 7)}`,
    columns: [
      t('returns.columnPlace'),
      t('returns.columnPlaceState'),
      ...figureNames.map((name) => t(`returns.figure_${name}`)),
    ],
    rows: rowsOf(page, t, locale),
  }
  const bytes = form === 'csv' ? writeCsv(table) : await writeXlsx(table)
  return { name: `return-${code}-${month.slice(0, 7)}-v${page.version}`, bytes }
}

function rowsOf(page: ReturnPage, t: Translate, locale: Locale): FileCell[][] {
  return [
    ...page.rows.map(({ name, state, isOwn, figures }) => [
      isOwn && page.level !== 'village' ? t('returns.ownRow', { place: name }) : name,
      t(`returns.state_${state}`),
      ...cellsOf(figures),
    ]),
    [t('returns.sum'), '', ...cellsOf(page.total)],
    [returnText(t, locale, page)],
  ]
}

/** Counts and yuan as numbers; nothing where nobody reported. */
function cellsOf(figures: Figures | null): FileCell[] {
  return figureNames.map((name) => (figures ? (isMoney(name) ? figures[name] / 100 : figures[name]) : null))
}
