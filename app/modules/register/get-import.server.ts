import type { ImportState } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { guessMapping, type Mapping } from './columns'
import { judgeList } from './judge-list.server'
import { countOf, type Judgement } from './judge-members.server'
import { findImport, openFile, patience, requireRegion } from './open-draft.server'
import { letterOf, type RowFault } from './read-rows'
import { readSheet, type Sheet } from './read-sheet.server'

/** A column of the list as she chooses among them. */
export type ListColumn = { column: number; letter: string; title: string; samples: string[] }

export type DraftView = {
  columns: ListColumn[]
  mapping: Mapping
  listDay: Day
  today: Day
  rowCount: number
  /** what it would bring; null until she said which column is what */
  dryRun: {
    newHouseholds: number
    newMembers: number
    /** households that are there already and of which it says what the register does not */
    completed: number
    known: number
    faultCount: number
    faultRows: number
    /** the first of them */
    faults: RowFault[]
  } | null
}

export type ImportPage = {
  id: string
  fileName: string
  state: ImportState
  householdCount: number
  memberCount: number
  completedCount: number
  /** null once it is taken */
  draft: DraftView | null
}

const shownFaults = 30
const samples = 3

/** An import of her region: its columns, the guess or what she said, and what it would bring as the register stands now. 404 outside her walls. */
export function getImport({ actor, importId }: { actor: Actor; importId: string }): Promise<ImportPage> {
  return inScope(
    actor,
    async (tx) => {
      const found = await findImport(tx, importId)
      const { id, fileName, state, householdCount, memberCount, completedCount, mapping } = found
      const page = { id, fileName, state, householdCount, memberCount, completedCount }
      const bytes = await openFile(tx, found)
      if (!bytes) return { ...page, draft: null }
      const sheet = await readSheet(bytes)
      const today = dayOf(await appNow(tx))
      const judged = mapping && (await judgeList(tx, { actor: requireRegion(actor), sheet, mapping }))
      return {
        ...page,
        draft: {
          columns: columnsOf(sheet),
          mapping: mapping?.columns ?? guessMapping(sheet.titles),
          listDay: mapping?.listDay ?? today,
          today,
          rowCount: sheet.rows.length,
          dryRun: judged && dryRunOf(judged),
        },
      }
    },
    { timeout: patience },
  )
}

function dryRunOf(judged: Judgement): DraftView['dryRun'] {
  const { households, members, completed } = countOf(judged)
  return {
    newHouseholds: households,
    newMembers: members,
    completed,
    known: judged.knownCount,
    faultCount: judged.faults.length,
    faultRows: new Set(judged.faults.map(({ row }) => row)).size,
    faults: judged.faults.slice(0, shownFaults),
  }
}

function columnsOf({ titles, rows }: Sheet): ListColumn[] {
  return titles.flatMap((title, at) => {
    const texts = rows.map(({ cells }) => cells[at]?.text ?? '').filter((text) => text !== '')
    if (title === '' && texts.length === 0) return []
    const shown = [...new Set(texts)].slice(0, samples).map(maskDigits)
    return [{ column: at + 1, letter: letterOf(at + 1), title, samples: shown }]
  })
}

/** Long numbers, however they are typed, are shown by their ends only. */
function maskDigits(text: string): string {
  const plain = text.normalize('NFKC').slice(0, 40)
  const digits = plain.replace(/[^\dXx]/g, '')
  return digits.length > 10 ? `${digits.slice(0, 3)}****${digits.slice(-2)}` : plain.slice(0, 20)
}
