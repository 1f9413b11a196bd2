import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import type { Day } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { formatMonth } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import { type FileCell, type FileForm, writeCsv, writeXlsx } from '~/platform/table-file.server'
import { type FigureName, type Figures, figureNames, isMoney } from './figures'
import { fillTemplate, type TemplateValues } from './fill-template.server'
import { findTemplate } from './find-template.server'
import { getReturn, type ReturnPage, type ReturnRow } from './get-return.server'
import { returnText } from './return-text'
import { onceCodes, rowCode, rowCodes, sumCode } from './template-codes'

/** A place's return as a file: the rows of its page, the sum, and the paragraph; as a workbook in the table that the place above brought, if one did. Who took it away is written down. 404 outside her region. */
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
  const name = `return-${code}-${month.slice(0, 7)}-v${page.version}`
  const template = form === 'xlsx' ? await findTemplate(page.regionId) : null
  if (template) return { name, bytes: await fillTemplate(template.bytes, valuesOf(page, t, locale)) }
  const table = {
    name: `${page.name} ${month.slice(0, 7)}`,
    columns: [
      t('returns.columnPlace'),
      t('returns.columnPlaceState'),
      ...figureNames.map((figure) => t(`returns.figure_${figure}`)),
    ],
    rows: rowsOf(page, t, locale),
  }
  return { name, bytes: form === 'csv' ? writeCsv(table) : await writeXlsx(table) }
}

/** The same rows, by the codes of a template. */
function valuesOf(page: ReturnPage, t: Translate, locale: Locale): TemplateValues {
  const figuresBy = (codeOf: (name: FigureName) => string, figures: Figures | null) =>
    figureNames.map((name): [string, FileCell] => [codeOf(name), cellOf(name, figures)])
  return {
    once: new Map<string, FileCell>([
      [onceCodes.place, page.name],
      [onceCodes.month, formatMonth(locale, page.month)],
      [onceCodes.version, page.version],
      [onceCodes.text, returnText(t, locale, page)],
      ...figuresBy(sumCode, page.total),
    ]),
    rows: page.rows.map(
      (row) =>
        new Map<string, FileCell>([
          [rowCodes.place, nameOf(page, row, t)],
          [rowCodes.state, t(`returns.state_${row.state}`)],
          ...figuresBy(rowCode, row.figures),
        ]),
    ),
  }
}

function rowsOf(page: ReturnPage, t: Translate, locale: Locale): FileCell[][] {
  const cellsOf = (figures: Figures | null) => figureNames.map((name) => cellOf(name, figures))
  return [
    ...page.rows.map((row) => [
      nameOf(page, row, t),
      t(`returns.state_${row.state}`),
      ...cellsOf(row.figures),
    ]),
    [t('returns.sum'), '', ...cellsOf(page.total)],
    [returnText(t, locale, page)],
  ]
}

function nameOf(page: ReturnPage, { name, isOwn }: ReturnRow, t: Translate): string {
  return isOwn && page.level !== 'village' ? t('returns.ownRow', { place: name }) : name
}

/** Counts and yuan as numbers; nothing where nobody reported. */
function cellOf(name: FigureName, figures: Figures | null): FileCell {
  if (figures === null) return null
  return isMoney(name) ? figures[name] / 100 : figures[name]
}
