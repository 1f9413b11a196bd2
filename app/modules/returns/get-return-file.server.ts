import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import type { Day } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { formatMonth } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import { type FileCell, type FileForm, writeCsv, writeXlsx } from '~/platform/table-file.server'
import { type FigureName, figureNames, isMoney } from './figures'
import { fillTemplate, type TemplateValues } from './fill-template.server'
import { findTemplate } from './find-template.server'
import { getReturn, type ReturnPage, type ReturnRow } from './get-return.server'
import { returnText } from './return-text'
import { type ToldFigures, toldFigures } from './small-rows'
import { onceCodes, rowCode, rowCodes, sumCode } from './template-codes'

/** A place's return as a file: the rows of its page, the sum, and the paragraph, without what is about fewer than five people; as a workbook in the table that the place above brought, if one did. Who took it away is written down. 404 outside her region. */
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

/** What may leave the desk, by the codes of a template. */
function valuesOf(page: ReturnPage, t: Translate, locale: Locale): TemplateValues {
  const { rows, total, text } = toldOf(page, t, locale)
  const figuresBy = (codeOf: (name: FigureName) => string, figures: ToldFigures | null) =>
    figureNames.map((name): [string, FileCell] => [codeOf(name), cellOf(name, figures)])
  return {
    once: new Map<string, FileCell>([
      [onceCodes.place, page.name],
      [onceCodes.month, formatMonth(locale, page.month)],
      [onceCodes.version, page.version],
      [onceCodes.text, text],
      ...figuresBy(sumCode, total),
    ]),
    rows: rows.map(
      ({ name, state, figures }) =>
        new Map<string, FileCell>([
          [rowCodes.place, name],
          [rowCodes.state, state],
          ...figuresBy(rowCode, figures),
        ]),
    ),
  }
}

function rowsOf(page: ReturnPage, t: Translate, locale: Locale): FileCell[][] {
  const { rows, total, text } = toldOf(page, t, locale)
  const cellsOf = (figures: ToldFigures | null) => figureNames.map((name) => cellOf(name, figures))
  return [
    ...rows.map(({ name, state, figures }) => [name, state, ...cellsOf(figures)]),
    [t('returns.sum'), '', ...cellsOf(total)],
    [text],
  ]
}

type Told = {
  rows: { name: string; state: string; figures: ToldFigures | null }[]
  total: ToldFigures
  text: string
}

/** A return as it may leave the desk; what is not confirmed says so. */
function toldOf(page: ReturnPage, t: Translate, locale: Locale): Told {
  const { rows, total } = toldFigures(page)
  return {
    rows: page.rows.map((row, at) => ({
      name: nameOf(page, row, t),
      state: t(`returns.state_${row.state}`),
      figures: rows[at] ?? null,
    })),
    total,
    text: page.version === 0 ? t('returns.unconfirmed') : returnText(t, locale, page),
  }
}

function nameOf(page: ReturnPage, { name, isOwn }: ReturnRow, t: Translate): string {
  return isOwn && page.level !== 'village' ? t('returns.ownRow', { place: name }) : name
}

/** Counts and money; nothing where nobody reported, or it may not be told. */
function cellOf(name: FigureName, figures: ToldFigures | null): FileCell {
  const figure = figures?.[name] ?? null
  return figure !== null && isMoney(name) ? { fen: figure } : figure
}
