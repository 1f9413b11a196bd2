import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import type { Translate } from '~/platform/i18n/translate'
import type { FileCell } from '~/platform/table-file.server'
import type { StreamedTable } from '~/platform/table-stream.server'
import { judgeList } from './judge-list.server'
import { findImport, openFile, patience, requireRegion } from './open-draft.server'
import type { RowFault } from './read-rows'
import { readSheet, type Sheet } from './read-sheet.server'

/**
 * The rows of a draft that cannot be taken, as she sent them, with the number that each has in her file and what is to be changed: a table, written while it is taken away, whose cells are all text, so that nothing in them
 * is ever calculated. 404 for a list that is taken or was not mapped. Who fetched it is written down.
 */
export async function getErrorFile({
  actor,
  importId,
  t,
}: {
  actor: Actor
  importId: string
  t: Translate
}): Promise<{ name: string; table: StreamedTable }> {
  const { sheet, faults } = await inScope(
    actor,
    async (tx) => {
      const found = await findImport(tx, importId)
      const bytes = await openFile(tx, found)
      if (!bytes || !found.mapping) throw notFound()
      const list = await readSheet(bytes)
      const judged = await judgeList(tx, {
        actor: requireRegion(actor),
        sheet: list,
        mapping: found.mapping,
      })
      await recordAudit(tx, {
        actor,
        action: 'household_import.errors_opened',
        subject: { type: 'HouseholdImport', id: importId },
      })
      return { sheet: list, faults: judged.faults }
    },
    { timeout: patience },
  )
  return { name: `errors-${importId.slice(0, 8)}`, table: tableOf(sheet, faults, t) }
}

function tableOf({ titles, rows }: Sheet, faults: readonly RowFault[], t: Translate): StreamedTable {
  const byRow = new Map<number, string[]>()
  for (const { row, key, params } of faults) byRow.set(row, [...(byRow.get(row) ?? []), t(key, params)])
  return {
    name: t('register.errorSheet'),
    columns: [t('register.errorRow'), t('register.errorWhat'), ...titles],
    widths: [12, 48, ...titles.map(() => 18)],
    rows: faultyRows(),
  }

  async function* faultyRows(): AsyncGenerator<FileCell[]> {
    for (const { number, cells } of rows) {
      const said = byRow.get(number)
      if (said) yield [String(number), said.join(' '), ...cells.map(({ text }) => text)]
    }
  }
}
