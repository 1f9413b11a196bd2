import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import type { Translate } from '~/platform/i18n/translate'
import { writeXlsx } from '~/platform/table-file.server'
import { findGround } from './find-ground.server'
import { sayFault } from './get-list.server'
import { judgeTable } from './judge-table'
import { findList } from './lock-list.server'
import { readTable } from './read-table.server'

/** Her table as she sent it, with a first column that says what to mend in each row: mended there, it may be sent again. All cells are text, so that nothing in them is calculated. 404 once its pieces are drafts. */
export async function getFaultFile({
  actor,
  listId,
  t,
}: {
  actor: Actor
  listId: string
  t: Translate
}): Promise<Uint8Array<ArrayBuffer>> {
  const { table, faults } = await inScope(actor, async (tx) => {
    const list = await findList(tx, { actor, listId })
    if (!list.file) throw notFound()
    const read = await readTable(list.file)
    return { table: read, faults: judgeTable(read, await findGround(tx, list)).faults }
  })
  const byRow = new Map<number, string[]>()
  for (const fault of faults) {
    const { row, where, what } = sayFault(fault, t)
    byRow.set(row, [...(byRow.get(row) ?? []), `${where}${t('pieces.colon')}${what}`])
  }
  return writeXlsx({
    name: t('pieces.faultSheet'),
    columns: [t('pieces.faultColumn'), ...table.titles],
    rows: table.rows.map(({ number, cells }) => [(byRow.get(number) ?? []).join('\n'), ...cells]),
  })
}
